/**
 * How the phone numbers of a region look, and how they are dialed there. Patterns are the source of
 * regular expressions over digits alone.
 */
export interface NumberingPlan {
	/** Two letters of ISO 3166-1; not there for codes of no country, e.g. international toll-free. */
	readonly region?: string;
	/** In English. */
	readonly name?: string;
	/** Other names, to find it by. */
	readonly alsoCalled?: readonly string[];
	/** A mobile number without + and calling code. */
	readonly example?: string;
	/** Possible counts of digits after the calling code, in ascending order. */
	readonly lengths: readonly number[];
	/** Pattern of every number after the calling code. */
	readonly pattern: string;
	/** Prefix for international calls; 00 if absent. */
	readonly international?: string;
	/** Prefix for calls within the country, if there is one. */
	readonly prefix?: string;
	/** Replacement of the prefix, with $1 for its first group; if absent, the prefix is dropped. */
	readonly transform?: string;
	/**
	 * Mobile numbers, where they look like another number of the country with the country code before
	 * them and no +.
	 */
	readonly mobile?: string;
	/** Its numbers, where they are not as long as those of the main region of its calling code. */
	readonly own?: string;
}

/**
 * By calling code; where regions share one, its main region is the first. Made by
 * scripts/docs/numberingPlans.mts out of the metadata of Google's libphonenumber (libphonenumber-js); not
 * to be changed by hand.
 */
export const NUMBERING_PLANS: Record<string, readonly NumberingPlan[] | undefined> = {
	'1': [
		{
			region: 'US',
			name: 'United States',
			alsoCalled: ['USA', 'America'],
			example: '201 555 0123',
			lengths: [10],
			pattern: '[2-9]\\d{9}|3\\d{6}',
			international: '011',
			prefix: '1',
		},
		{
			region: 'AG',
			name: 'Antigua & Barbuda',
			example: '268 464 1234',
			lengths: [10],
			pattern: '(?:268|[58]\\d\\d|900)\\d{7}',
			international: '011',
			prefix: '([457]\\d{6})$|1',
			transform: '268$1',
		},
		{
			region: 'AI',
			name: 'Anguilla',
			example: '264 235 1234',
			lengths: [10],
			pattern: '(?:264|[58]\\d\\d|900)\\d{7}',
			international: '011',
			prefix: '([2457]\\d{6})$|1',
			transform: '264$1',
		},
		{
			region: 'AS',
			name: 'American Samoa',
			example: '684 733 1234',
			lengths: [10],
			pattern: '(?:[58]\\d\\d|684|900)\\d{7}',
			international: '011',
			prefix: '([267]\\d{6})$|1',
			transform: '684$1',
		},
		{
			region: 'BB',
			name: 'Barbados',
			example: '246 250 1234',
			lengths: [10],
			pattern: '(?:246|[58]\\d\\d|900)\\d{7}',
			international: '011',
			prefix: '([2-9]\\d{6})$|1',
			transform: '246$1',
		},
		{
			region: 'BM',
			name: 'Bermuda',
			example: '441 370 1234',
			lengths: [10],
			pattern: '(?:441|[58]\\d\\d|900)\\d{7}',
			international: '011',
			prefix: '([2-9]\\d{6})$|1',
			transform: '441$1',
		},
		{
			region: 'BS',
			name: 'Bahamas',
			example: '242 359 1234',
			lengths: [10],
			pattern: '(?:242|[58]\\d\\d|900)\\d{7}',
			international: '011',
			prefix: '([3-8]\\d{6})$|1',
			transform: '242$1',
		},
		{
			region: 'CA',
			name: 'Canada',
			example: '506 234 5678',
			lengths: [7, 10],
			pattern: '[2-9]\\d{9}|3\\d{6}',
			international: '011',
			prefix: '1',
			own: '(?=\\d{7}$)(?:310\\d{4})',
		},
		{
			region: 'DM',
			name: 'Dominica',
			example: '767 225 1234',
			lengths: [10],
			pattern: '(?:[58]\\d\\d|767|900)\\d{7}',
			international: '011',
			prefix: '([2-7]\\d{6})$|1',
			transform: '767$1',
		},
		{
			region: 'DO',
			name: 'Dominican Republic',
			example: '809 234 5678',
			lengths: [10],
			pattern: '(?:[58]\\d\\d|900)\\d{7}',
			international: '011',
			prefix: '1',
		},
		{
			region: 'GD',
			name: 'Grenada',
			example: '473 403 1234',
			lengths: [10],
			pattern: '(?:473|[58]\\d\\d|900)\\d{7}',
			international: '011',
			prefix: '([2-9]\\d{6})$|1',
			transform: '473$1',
		},
		{
			region: 'GU',
			name: 'Guam',
			example: '671 300 1234',
			lengths: [10],
			pattern: '(?:[58]\\d\\d|671|900)\\d{7}',
			international: '011',
			prefix: '([2-9]\\d{6})$|1',
			transform: '671$1',
		},
		{
			region: 'JM',
			name: 'Jamaica',
			example: '876 210 1234',
			lengths: [10],
			pattern: '(?:[58]\\d\\d|658|900)\\d{7}',
			international: '011',
			prefix: '1',
		},
		{
			region: 'KN',
			name: 'St. Kitts & Nevis',
			example: '869 765 2917',
			lengths: [10],
			pattern: '(?:[58]\\d\\d|900)\\d{7}',
			international: '011',
			prefix: '([2-7]\\d{6})$|1',
			transform: '869$1',
		},
		{
			region: 'KY',
			name: 'Cayman Islands',
			example: '345 323 1234',
			lengths: [10],
			pattern: '(?:345|[58]\\d\\d|900)\\d{7}',
			international: '011',
			prefix: '([2-9]\\d{6})$|1',
			transform: '345$1',
		},
		{
			region: 'LC',
			name: 'St. Lucia',
			example: '758 284 5678',
			lengths: [10],
			pattern: '(?:[58]\\d\\d|758|900)\\d{7}',
			international: '011',
			prefix: '([2-8]\\d{6})$|1',
			transform: '758$1',
		},
		{
			region: 'MP',
			name: 'Northern Mariana Islands',
			example: '670 234 5678',
			lengths: [10],
			pattern: '[58]\\d{9}|(?:67|90)0\\d{7}',
			international: '011',
			prefix: '([2-9]\\d{6})$|1',
			transform: '670$1',
		},
		{
			region: 'MS',
			name: 'Montserrat',
			example: '664 492 3456',
			lengths: [10],
			pattern: '(?:[58]\\d\\d|664|900)\\d{7}',
			international: '011',
			prefix: '([34]\\d{6})$|1',
			transform: '664$1',
		},
		{
			region: 'PR',
			name: 'Puerto Rico',
			example: '787 234 5678',
			lengths: [10],
			pattern: '(?:[589]\\d\\d|787)\\d{7}',
			international: '011',
			prefix: '1',
		},
		{
			region: 'SX',
			name: 'Sint Maarten',
			example: '721 520 5678',
			lengths: [10],
			pattern: '7215\\d{6}|(?:[58]\\d\\d|900)\\d{7}',
			international: '011',
			prefix: '(5\\d{6})$|1',
			transform: '721$1',
		},
		{
			region: 'TC',
			name: 'Turks & Caicos Islands',
			example: '649 231 1234',
			lengths: [10],
			pattern: '(?:[58]\\d\\d|649|900)\\d{7}',
			international: '011',
			prefix: '([2-479]\\d{6})$|1',
			transform: '649$1',
		},
		{
			region: 'TT',
			name: 'Trinidad & Tobago',
			example: '868 291 1234',
			lengths: [10],
			pattern: '(?:[58]\\d\\d|900)\\d{7}',
			international: '011',
			prefix: '([2-46-8]\\d{6})$|1',
			transform: '868$1',
		},
		{
			region: 'VC',
			name: 'St. Vincent & Grenadines',
			example: '784 430 1234',
			lengths: [10],
			pattern: '(?:[58]\\d\\d|784|900)\\d{7}',
			international: '011',
			prefix: '([2-7]\\d{6})$|1',
			transform: '784$1',
		},
		{
			region: 'VG',
			name: 'British Virgin Islands',
			example: '284 300 1234',
			lengths: [10],
			pattern: '(?:284|[58]\\d\\d|900)\\d{7}',
			international: '011',
			prefix: '([2-578]\\d{6})$|1',
			transform: '284$1',
		},
		{
			region: 'VI',
			name: 'U.S. Virgin Islands',
			example: '340 642 1234',
			lengths: [10],
			pattern: '[58]\\d{9}|(?:34|90)0\\d{7}',
			international: '011',
			prefix: '([2-9]\\d{6})$|1',
			transform: '340$1',
		},
	],
	'7': [
		{
			region: 'RU',
			name: 'Russia',
			example: '912 345 67 89',
			lengths: [10, 14],
			pattern: '8\\d{13}|[347-9]\\d{9}',
			international: '810',
			prefix: '8',
		},
		{
			region: 'KZ',
			name: 'Kazakhstan',
			example: '771 000 9998',
			lengths: [10, 14],
			pattern: '8\\d{13}|[78]\\d{9}',
			international: '810',
			prefix: '8',
		},
	],
	'20': [
		{
			region: 'EG',
			name: 'Egypt',
			example: '10 01234567',
			lengths: [8, 9, 10],
			pattern: '[189]\\d{8,9}|[24-6]\\d{8}|[135]\\d{7}',
			prefix: '0',
		},
	],
	'27': [
		{
			region: 'ZA',
			name: 'South Africa',
			example: '71 123 4567',
			lengths: [5, 6, 7, 8, 9, 10],
			pattern: '[1-79]\\d{8}|8\\d{4,9}',
			prefix: '0',
		},
	],
	'30': [
		{
			region: 'GR',
			name: 'Greece',
			example: '691 234 5678',
			lengths: [10, 11, 12],
			pattern: '5005000\\d{3}|8\\d{9,11}|(?:[269]\\d|70)\\d{8}',
		},
	],
	'31': [
		{
			region: 'NL',
			name: 'Netherlands',
			alsoCalled: ['Holland'],
			example: '6 12345678',
			lengths: [5, 6, 7, 8, 9, 10, 11],
			pattern: '(?:[124-7]\\d\\d|3(?:[02-9]\\d|1[0-8]))\\d{6}|8\\d{6,9}|9\\d{6,10}|1\\d{4,5}',
			prefix: '0',
		},
	],
	'32': [
		{
			region: 'BE',
			name: 'Belgium',
			example: '450 00 12 34',
			lengths: [8, 9],
			pattern: '4\\d{8}|[1-9]\\d{7}',
			prefix: '0',
		},
	],
	'33': [
		{
			region: 'FR',
			name: 'France',
			example: '6 12 34 56 78',
			lengths: [9],
			pattern: '[1-9]\\d{8}',
			prefix: '0',
		},
	],
	'34': [
		{
			region: 'ES',
			name: 'Spain',
			example: '612 34 56 78',
			lengths: [9],
			pattern: '400\\d{6}|(?:51|[6-9]\\d)\\d{7}',
		},
	],
	'36': [
		{
			region: 'HU',
			name: 'Hungary',
			example: '20 123 4567',
			lengths: [8, 9],
			pattern: '[235-7]\\d{8}|[1-9]\\d{7}',
			prefix: '06',
		},
	],
	'39': [
		{
			region: 'IT',
			name: 'Italy',
			example: '312 345 6789',
			lengths: [6, 7, 8, 9, 10, 11, 12],
			pattern:
				'0\\d{5,11}|1\\d{8,10}|3(?:[0-8]\\d{7,10}|9\\d{7,8})|(?:43|55|70)\\d{8}|8\\d{5}(?:\\d{2,4})?',
		},
		{
			region: 'VA',
			name: 'Vatican City',
			example: '312 345 6789',
			lengths: [6, 7, 8, 9, 10, 11, 12],
			pattern: '0\\d{5,10}|3[0-8]\\d{7,10}|55\\d{8}|8\\d{5}(?:\\d{2,4})?|(?:1\\d|39)\\d{7,8}',
		},
	],
	'40': [
		{
			region: 'RO',
			name: 'Romania',
			example: '712 034 567',
			lengths: [6, 9],
			pattern: '(?:[2378]\\d|90)\\d{7}|[23]\\d{5}',
			prefix: '0',
		},
	],
	'41': [
		{
			region: 'CH',
			name: 'Switzerland',
			example: '78 123 45 67',
			lengths: [9, 12],
			pattern: '8\\d{11}|[2-9]\\d{8}',
			prefix: '0',
		},
	],
	'43': [
		{
			region: 'AT',
			name: 'Austria',
			example: '664 123456',
			lengths: [4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
			pattern:
				'1\\d{3,12}|2\\d{6,12}|43(?:(?:0\\d|5[02-9])\\d{3,9}|2\\d{4,5}|[3467]\\d{4}|8\\d{4,6}|9\\d{4,7})|5\\d{4,12}|8\\d{7,12}|9\\d{8,12}|(?:[367]\\d|4[0-24-9])\\d{4,11}',
			prefix: '0',
		},
	],
	'44': [
		{
			region: 'GB',
			name: 'United Kingdom',
			alsoCalled: ['UK', 'Great Britain', 'England'],
			example: '7400 123456',
			lengths: [7, 9, 10],
			pattern: '[1-357-9]\\d{9}|[18]\\d{8}|8\\d{6}',
			prefix: '0|180020',
		},
		{
			region: 'GG',
			name: 'Guernsey',
			example: '7781 123456',
			lengths: [7, 9, 10],
			pattern: '(?:1481|[357-9]\\d{3})\\d{6}|8\\d{6}(?:\\d{2})?',
			prefix: '([25-9]\\d{5})$|0|180020',
			transform: '1481$1',
		},
		{
			region: 'IM',
			name: 'Isle of Man',
			example: '7924 123456',
			lengths: [10],
			pattern: '1624\\d{6}|(?:[3578]\\d|90)\\d{8}',
			prefix: '([25-8]\\d{5})$|0|180020',
			transform: '1624$1',
			own: '(?:74576|(?:16|7[56])24)\\d*',
		},
		{
			region: 'JE',
			name: 'Jersey',
			example: '7797 712345',
			lengths: [10],
			pattern: '1534\\d{6}|(?:[3578]\\d|90)\\d{8}',
			prefix: '([0-24-8]\\d{5})$|0|180020',
			transform: '1534$1',
		},
	],
	'45': [
		{ region: 'DK', name: 'Denmark', example: '34 41 23 45', lengths: [8], pattern: '[2-9]\\d{7}' },
	],
	'46': [
		{
			region: 'SE',
			name: 'Sweden',
			example: '70 123 45 67',
			lengths: [6, 7, 8, 9, 10, 12],
			pattern: '(?:[26]\\d\\d|9)\\d{9}|[1-9]\\d{8}|[1-689]\\d{7}|[1-4689]\\d{6}|2\\d{5}',
			prefix: '0',
		},
	],
	'47': [
		{
			region: 'NO',
			name: 'Norway',
			example: '40 61 23 45',
			lengths: [5, 8],
			pattern: '(?:0|[2-9]\\d{3})\\d{4}',
		},
		{
			region: 'SJ',
			name: 'Svalbard & Jan Mayen',
			example: '41 23 45 67',
			lengths: [5, 8],
			pattern: '0\\d{4}|(?:[489]\\d|79)\\d{6}',
		},
	],
	'48': [
		{
			region: 'PL',
			name: 'Poland',
			example: '512 345 678',
			lengths: [6, 7, 8, 9, 10],
			pattern: '(?:6|8\\d\\d)\\d{7}|[1-9]\\d{6}(?:\\d{2})?|[26]\\d{5}',
		},
	],
	'49': [
		{
			region: 'DE',
			name: 'Germany',
			example: '1512 3456789',
			lengths: [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
			pattern:
				'[2579]\\d{5,14}|49(?:[34]0|69|8\\d)\\d\\d?|49(?:37|49|60|7[089]|9\\d)\\d{1,3}|49(?:2[024-9]|3[2-689]|7[1-7])\\d{1,8}|(?:1|[368]\\d|4[0-8])\\d{3,13}|49(?:[015]\\d|2[13]|31|[46][1-8])\\d{1,9}',
			prefix: '0',
			mobile: '1(?:6[023]|7\\d)\\d{7,8}|15(?:[0-25-9]\\d\\d|3(?:10|33)|410)\\d{6}',
		},
	],
	'51': [
		{
			region: 'PE',
			name: 'Peru',
			example: '912 345 678',
			lengths: [8, 9],
			pattern: '(?:[14-8]|9\\d)\\d{7}',
			international: '00|19(?:1[124]|77|90)00',
			prefix: '0',
		},
	],
	'52': [
		{
			region: 'MX',
			name: 'Mexico',
			example: '222 123 4567',
			lengths: [10],
			pattern: '[2-9]\\d{9}',
			international: '0[09]',
		},
	],
	'53': [
		{
			region: 'CU',
			name: 'Cuba',
			example: '5 1234567',
			lengths: [6, 7, 8, 10],
			pattern: '(?:[2-7]|8\\d\\d)\\d{7}|[2-47]\\d{6}|[34]\\d{5}',
			international: '119',
			prefix: '0',
		},
	],
	'54': [
		{
			region: 'AR',
			name: 'Argentina',
			example: '9 11 2345 6789',
			lengths: [10, 11],
			pattern: '(?:11|[89]\\d\\d)\\d{8}|[2368]\\d{9}',
			prefix:
				'0?(?:(11|2(?:2(?:02?|[13]|2[13-79]|4[1-6]|5[2457]|6[124-8]|7[1-4]|8[13-6]|9[1267])|3(?:02?|1[467]|2[03-6]|3[13-8]|[49][2-6]|5[2-8]|[67])|4(?:7[3-578]|9)|6(?:[0136]|2[24-6]|4[6-8]?|5[15-8])|80|9(?:0[1-3]|[19]|2\\d|3[1-6]|4[02568]?|5[2-4]|6[2-46]|72?|8[23]?))|3(?:3(?:2[79]|6|8[2578])|4(?:0[0-24-9]|[12]|3[5-8]?|4[24-7]|5[4-68]?|6[02-9]|7[126]|8[2379]?|9[1-36-8])|5(?:1|2[1245]|3[237]?|4[1-46-9]|6[2-4]|7[1-6]|8[2-5]?)|6[24]|7(?:[069]|1[1568]|2[15]|3[145]|4[13]|5[14-8]|7[2-57]|8[126])|8(?:[01]|2[15-7]|3[2578]?|4[13-6]|5[4-8]?|6[1-357-9]|7[36-8]?|8[5-8]?|9[124])))15)?',
			transform: '9$1',
		},
	],
	'55': [
		{
			region: 'BR',
			name: 'Brazil',
			example: '11 96123 4567',
			lengths: [8, 9, 10, 11],
			pattern:
				'[1-467]\\d{9,10}|55[0-46-9]\\d{8}|[34]\\d{7}|55\\d{7,8}|(?:5[0-46-9]|[89]\\d)\\d{7,9}',
			international: '00(?:1[245]|2[1-35]|31|4[13]|[56]5|99)',
			prefix: '(?:0|90)(?:(1[245]|2[1-35]|31|4[13]|[56]5|99)(\\d{10,11}))?',
			transform: '$2',
		},
	],
	'56': [
		{
			region: 'CL',
			name: 'Chile',
			example: '2 2123 4567',
			lengths: [9, 10, 11],
			pattern: '12300\\d{6}|6\\d{9,10}|[2-9]\\d{8}',
			international: '(?:0|1(?:1[0-69]|2[02-5]|5[13-58]|69|7[0167]|8[018]))0',
		},
	],
	'57': [
		{
			region: 'CO',
			name: 'Colombia',
			example: '321 1234567',
			lengths: [8, 10, 11],
			pattern: '(?:46|60\\d\\d)\\d{6}|(?:1\\d|[39])\\d{9}',
			international: '00(?:4(?:[14]4|56)|[579])',
			prefix: '0([3579]|4(?:[14]4|56))?',
		},
	],
	'58': [
		{
			region: 'VE',
			name: 'Venezuela',
			example: '412 1234567',
			lengths: [10],
			pattern: '[68]00\\d{7}|(?:[24]\\d|[59]0)\\d{8}',
			prefix: '0',
		},
	],
	'60': [
		{
			region: 'MY',
			name: 'Malaysia',
			example: '12 345 6789',
			lengths: [8, 9, 10],
			pattern: '1\\d{8,9}|(?:3\\d|[4-9])\\d{7}',
			prefix: '0',
		},
	],
	'61': [
		{
			region: 'AU',
			name: 'Australia',
			example: '412 345 678',
			lengths: [5, 6, 7, 8, 9, 10, 12],
			pattern: '1(?:[0-79]\\d{7}(?:\\d(?:\\d{2})?)?|8[0-24-9]\\d{7})|[2-478]\\d{8}|1\\d{4,7}',
			international: '001[14-689]|14(?:1[14]|34|4[17]|[56]6|7[47]|88)0011',
			prefix: '(183[12])|0',
		},
		{
			region: 'CC',
			name: 'Cocos (Keeling) Islands',
			example: '412 345 678',
			lengths: [6, 7, 8, 9, 10, 12],
			pattern: '1(?:[0-79]\\d{8}(?:\\d{2})?|8[0-24-9]\\d{7})|[148]\\d{8}|1\\d{5,7}',
			international: '001[14-689]|14(?:1[14]|34|4[17]|[56]6|7[47]|88)0011',
			prefix: '([59]\\d{7})$|0',
			transform: '8$1',
		},
		{
			region: 'CX',
			name: 'Christmas Island',
			example: '412 345 678',
			lengths: [6, 7, 8, 9, 10, 12],
			pattern: '1(?:[0-79]\\d{8}(?:\\d{2})?|8[0-24-9]\\d{7})|[148]\\d{8}|1\\d{5,7}',
			international: '001[14-689]|14(?:1[14]|34|4[17]|[56]6|7[47]|88)0011',
			prefix: '([59]\\d{7})$|0',
			transform: '8$1',
		},
	],
	'62': [
		{
			region: 'ID',
			name: 'Indonesia',
			example: '812 345 678',
			lengths: [7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17],
			pattern: '00[1-9]\\d{9,14}|(?:[1-36]|8\\d{5})\\d{6}|00\\d{9}|[1-9]\\d{8,10}|[2-9]\\d{7}',
			international: '00[89]',
			prefix: '0',
			mobile: '8[1-35-9]\\d{7,10}',
		},
	],
	'63': [
		{
			region: 'PH',
			name: 'Philippines',
			example: '905 123 4567',
			lengths: [6, 8, 9, 10, 11, 12, 13],
			pattern: '(?:[2-7]|9\\d)\\d{8}|2\\d{5}|(?:1800|8)\\d{7,9}',
			prefix: '0',
		},
	],
	'64': [
		{
			region: 'NZ',
			name: 'New Zealand',
			example: '21 123 4567',
			lengths: [5, 6, 7, 8, 9, 10],
			pattern:
				'[1289]\\d{9}|50\\d{5}(?:\\d{2,3})?|[27-9]\\d{7,8}|(?:[34]\\d|6[0-35-9])\\d{6}|8\\d{4,6}',
			international: '0(?:0|161)',
			prefix: '0',
		},
	],
	'65': [
		{
			region: 'SG',
			name: 'Singapore',
			example: '8123 4567',
			lengths: [8, 10, 11],
			pattern: '(?:(?:1\\d|8)\\d\\d|7000)\\d{7}|[3689]\\d{7}',
			international: '0[0-3]\\d',
		},
	],
	'66': [
		{
			region: 'TH',
			name: 'Thailand',
			example: '81 234 5678',
			lengths: [8, 9, 10, 13],
			pattern: '(?:001800|[2-57]|[689]\\d)\\d{7}|1\\d{7,9}',
			international: '00[1-9]',
			prefix: '0',
		},
	],
	'81': [
		{
			region: 'JP',
			name: 'Japan',
			example: '90 1234 5678',
			lengths: [8, 9, 10, 11, 12, 13, 14, 15, 16, 17],
			pattern: '00[1-9]\\d{6,14}|[25-9]\\d{9}|(?:00|[1-9]\\d\\d)\\d{6}',
			international: '010',
			prefix: '(000[2569]\\d{4,6})$|(?:(?:003768)0?)|0',
			transform: '$1',
		},
	],
	'82': [
		{
			region: 'KR',
			name: 'South Korea',
			alsoCalled: ['Korea'],
			example: '10 2000 0000',
			lengths: [5, 6, 8, 9, 10, 11, 12, 13, 14],
			pattern:
				'00[1-9]\\d{8,11}|(?:[12]|5\\d{3})\\d{7}|[13-6]\\d{9}|(?:[1-6]\\d|80)\\d{7}|[3-6]\\d{4,5}|(?:00|7)0\\d{8}',
			international: '00(?:[125689]|3(?:[46]5|91)|7(?:00|27|3|55|6[126]))',
			prefix: '0(8(?:[1-46-8]|5\\d\\d))?',
		},
	],
	'84': [
		{
			region: 'VN',
			name: 'Vietnam',
			example: '912 345 678',
			lengths: [7, 8, 9, 10],
			pattern: '[12]\\d{9}|[135-9]\\d{8}|[16]\\d{6,7}|7\\d{6}',
			prefix: '0',
		},
	],
	'86': [
		{
			region: 'CN',
			name: 'China',
			example: '131 2345 6789',
			lengths: [7, 8, 9, 10, 11, 12],
			pattern:
				'(?:(?:1[03-689]|2\\d)\\d\\d|6)\\d{8}|1\\d{10}|[126]\\d{6}(?:\\d(?:\\d{2})?)?|86\\d{5,6}|(?:[3-579]\\d|8[0-57-9])\\d{5,9}',
			international: '00|1(?:[12]\\d|79)\\d\\d00',
			prefix: '(1(?:[12]\\d|79)\\d\\d)|0',
		},
	],
	'90': [
		{
			region: 'TR',
			name: 'Türkiye',
			alsoCalled: ['Turkey'],
			example: '501 234 56 78',
			lengths: [7, 10, 12, 13],
			pattern: '4\\d{6}|8\\d{11,12}|(?:[2-58]\\d\\d|900)\\d{7}',
			prefix: '0',
		},
	],
	'91': [
		{
			region: 'IN',
			name: 'India',
			example: '81234 56789',
			lengths: [8, 9, 10, 11, 12, 13],
			pattern: '(?:000800|[2-9]\\d\\d)\\d{7}|1\\d{7,12}',
			prefix: '0',
		},
	],
	'92': [
		{
			region: 'PK',
			name: 'Pakistan',
			example: '301 2345678',
			lengths: [8, 9, 10, 11, 12],
			pattern:
				'122\\d{6}|[24-8]\\d{10,11}|9(?:[013-9]\\d{8,10}|2(?:[01]\\d\\d|2(?:[06-8]\\d|1[01]))\\d{7})|(?:[2-8]\\d{3}|92(?:[0-7]\\d|8[1-9]))\\d{6}|[24-9]\\d{8}|[89]\\d{7}',
			prefix: '0',
		},
	],
	'93': [
		{
			region: 'AF',
			name: 'Afghanistan',
			example: '70 123 4567',
			lengths: [9],
			pattern: '[2-7]\\d{8}',
			prefix: '0',
		},
	],
	'94': [
		{
			region: 'LK',
			name: 'Sri Lanka',
			example: '71 234 5678',
			lengths: [9],
			pattern: '[1-9]\\d{8}',
			prefix: '0',
		},
	],
	'95': [
		{
			region: 'MM',
			name: 'Myanmar (Burma)',
			example: '9 212 3456',
			lengths: [6, 7, 8, 9, 10],
			pattern: '1\\d{5,7}|95\\d{6}|(?:[4-7]|9[0-46-9])\\d{6,8}|(?:2|8\\d)\\d{5,8}',
			prefix: '0',
		},
	],
	'98': [
		{
			region: 'IR',
			name: 'Iran',
			example: '912 345 6789',
			lengths: [4, 5, 6, 7, 10],
			pattern: '[1-9]\\d{9}|(?:[1-8]\\d\\d|9)\\d{3,4}',
			prefix: '0',
		},
	],
	'211': [
		{
			region: 'SS',
			name: 'South Sudan',
			example: '977 123 456',
			lengths: [9],
			pattern: '[19]\\d{8}',
			prefix: '0',
		},
	],
	'212': [
		{
			region: 'MA',
			name: 'Morocco',
			example: '6 50 12 34 56',
			lengths: [9],
			pattern: '[5-8]\\d{8}',
			prefix: '0',
		},
		{
			region: 'EH',
			name: 'Western Sahara',
			example: '6 50 12 34 56',
			lengths: [9],
			pattern: '[5-8]\\d{8}',
			prefix: '0',
		},
	],
	'213': [
		{
			region: 'DZ',
			name: 'Algeria',
			example: '551 23 45 67',
			lengths: [8, 9],
			pattern: '(?:[1-4]|[5-79]\\d|80)\\d{7}',
			prefix: '0',
		},
	],
	'216': [
		{
			region: 'TN',
			name: 'Tunisia',
			example: '20 123 456',
			lengths: [8],
			pattern: '[2-57-9]\\d{7}',
		},
	],
	'218': [
		{
			region: 'LY',
			name: 'Libya',
			example: '91 2345678',
			lengths: [9],
			pattern: '[2-9]\\d{8}',
			prefix: '0',
		},
	],
	'220': [
		{
			region: 'GM',
			name: 'Gambia',
			example: '301 2345',
			lengths: [7, 9],
			pattern: '[48]\\d{8}|[2-9]\\d{6}',
		},
	],
	'221': [
		{
			region: 'SN',
			name: 'Senegal',
			example: '70 123 45 67',
			lengths: [9],
			pattern: '(?:[378]\\d|93)\\d{7}',
		},
	],
	'222': [
		{
			region: 'MR',
			name: 'Mauritania',
			example: '22 12 34 56',
			lengths: [8],
			pattern: '(?:[2-4]\\d\\d|800)\\d{5}',
		},
	],
	'223': [
		{ region: 'ML', name: 'Mali', example: '65 01 23 45', lengths: [8], pattern: '[24-9]\\d{7}' },
	],
	'224': [
		{
			region: 'GN',
			name: 'Guinea',
			example: '601 12 34 56',
			lengths: [8, 9],
			pattern: '722\\d{6}|(?:3|6\\d)\\d{7}',
		},
	],
	'225': [
		{
			region: 'CI',
			name: 'Côte d’Ivoire',
			alsoCalled: ['Ivory Coast'],
			example: '01 23 45 6789',
			lengths: [10],
			pattern: '[02]\\d{9}',
		},
	],
	'226': [
		{
			region: 'BF',
			name: 'Burkina Faso',
			example: '70 12 34 56',
			lengths: [8],
			pattern: '[024-7]\\d{7}',
		},
	],
	'227': [
		{ region: 'NE', name: 'Niger', example: '93 12 34 56', lengths: [8], pattern: '[027-9]\\d{7}' },
	],
	'228': [
		{ region: 'TG', name: 'Togo', example: '90 11 23 45', lengths: [8], pattern: '[279]\\d{7}' },
	],
	'229': [
		{ region: 'BJ', name: 'Benin', example: '01 95 12 34 56', lengths: [10], pattern: '01\\d{8}' },
	],
	'230': [
		{
			region: 'MU',
			name: 'Mauritius',
			example: '5251 2345',
			lengths: [7, 8, 10],
			pattern: '(?:[57]|8\\d\\d)\\d{7}|[2-468]\\d{6}',
			international: '0(?:0|[24-7]0|3[03])',
		},
	],
	'231': [
		{
			region: 'LR',
			name: 'Liberia',
			example: '77 012 3456',
			lengths: [7, 8, 9],
			pattern: '(?:[2457]\\d|33|88)\\d{7}|(?:2\\d|[4-6])\\d{6}',
			prefix: '0',
		},
	],
	'232': [
		{
			region: 'SL',
			name: 'Sierra Leone',
			example: '25 123456',
			lengths: [8],
			pattern: '(?:[237-9]\\d|66)\\d{6}',
			prefix: '0',
		},
	],
	'233': [
		{
			region: 'GH',
			name: 'Ghana',
			example: '23 123 4567',
			lengths: [8, 9],
			pattern: '[235]\\d{8}|800\\d{5,6}',
			prefix: '0',
		},
	],
	'234': [
		{
			region: 'NG',
			name: 'Nigeria',
			example: '802 123 4567',
			lengths: [10, 11, 12, 13, 14],
			pattern: '(?:20|9\\d)\\d{8}|[78]\\d{9,13}',
			international: '009',
			prefix: '0',
		},
	],
	'235': [
		{
			region: 'TD',
			name: 'Chad',
			example: '63 01 23 45',
			lengths: [8],
			pattern: '(?:22|[3689]\\d|77)\\d{6}',
			international: '00|16',
		},
	],
	'236': [
		{
			region: 'CF',
			name: 'Central African Republic',
			example: '70 01 23 45',
			lengths: [8],
			pattern: '8776\\d{4}|(?:[27]\\d|61)\\d{6}',
		},
	],
	'237': [
		{
			region: 'CM',
			name: 'Cameroon',
			example: '6 71 23 45 67',
			lengths: [8, 9],
			pattern: '[26]\\d{8}|88\\d{6,7}',
		},
	],
	'238': [
		{
			region: 'CV',
			name: 'Cape Verde',
			alsoCalled: ['Cabo Verde'],
			example: '991 12 34',
			lengths: [7],
			pattern: '(?:[2-59]\\d\\d|800)\\d{4}',
			international: '0',
		},
	],
	'239': [
		{
			region: 'ST',
			name: 'São Tomé & Príncipe',
			example: '981 2345',
			lengths: [7],
			pattern: '(?:22|9\\d)\\d{5}',
		},
	],
	'240': [
		{
			region: 'GQ',
			name: 'Equatorial Guinea',
			example: '222 123 456',
			lengths: [9],
			pattern: '222\\d{6}|(?:3\\d|55|[89]0)\\d{7}',
		},
	],
	'241': [
		{
			region: 'GA',
			name: 'Gabon',
			example: '06 03 12 34',
			lengths: [7, 8],
			pattern: '(?:[067]\\d|11)\\d{6}|[2-7]\\d{6}',
			prefix: '0(11\\d{6}|60\\d{6}|61\\d{6}|6[256]\\d{6}|7[467]\\d{6})',
			transform: '$1',
		},
	],
	'242': [
		{
			region: 'CG',
			name: 'Congo - Brazzaville',
			example: '06 123 4567',
			lengths: [9],
			pattern: '222\\d{6}|(?:0\\d|80)\\d{7}',
		},
	],
	'243': [
		{
			region: 'CD',
			name: 'Congo - Kinshasa',
			alsoCalled: ['DR Congo'],
			example: '991 234 567',
			lengths: [7, 8, 9, 10],
			pattern: '(?:(?:[189]|5\\d)\\d|2)\\d{7}|[1-68]\\d{6}',
			prefix: '0',
		},
	],
	'244': [
		{ region: 'AO', name: 'Angola', example: '923 123 456', lengths: [9], pattern: '[29]\\d{8}' },
	],
	'245': [
		{
			region: 'GW',
			name: 'Guinea-Bissau',
			example: '955 012 345',
			lengths: [7, 9],
			pattern: '[49]\\d{8}|4\\d{6}',
		},
	],
	'246': [
		{
			region: 'IO',
			name: 'British Indian Ocean Territory',
			example: '380 1234',
			lengths: [7],
			pattern: '3\\d{6}',
		},
	],
	'247': [
		{
			region: 'AC',
			name: 'Ascension Island',
			example: '40123',
			lengths: [5, 6],
			pattern: '(?:[01589]\\d|[2-467])\\d{4}',
		},
	],
	'248': [
		{
			region: 'SC',
			name: 'Seychelles',
			example: '2 510 123',
			lengths: [7],
			pattern: '(?:[2489]\\d|64)\\d{5}',
			international: '010|0[0-2]',
		},
	],
	'249': [
		{
			region: 'SD',
			name: 'Sudan',
			example: '91 123 1234',
			lengths: [9],
			pattern: '[19]\\d{8}',
			prefix: '0',
		},
	],
	'250': [
		{
			region: 'RW',
			name: 'Rwanda',
			example: '720 123 456',
			lengths: [8, 9],
			pattern: '(?:06|[27]\\d\\d|[89]00)\\d{6}',
			prefix: '0',
		},
	],
	'251': [
		{
			region: 'ET',
			name: 'Ethiopia',
			example: '91 123 4567',
			lengths: [9],
			pattern: '(?:11|[2-57-9]\\d)\\d{7}',
			prefix: '0',
		},
	],
	'252': [
		{
			region: 'SO',
			name: 'Somalia',
			example: '7 1123456',
			lengths: [6, 7, 8, 9],
			pattern: '[346-9]\\d{8}|[12679]\\d{7}|[1-5]\\d{6}|[1348]\\d{5}',
			prefix: '0',
		},
	],
	'253': [
		{
			region: 'DJ',
			name: 'Djibouti',
			example: '77 83 10 01',
			lengths: [8],
			pattern: '(?:2\\d|77)\\d{6}',
		},
	],
	'254': [
		{
			region: 'KE',
			name: 'Kenya',
			example: '712 123456',
			lengths: [7, 8, 9, 10],
			pattern: '(?:[17]\\d\\d|900)\\d{6}|(?:2|80)0\\d{6,7}|[4-6]\\d{6,8}',
			international: '000',
			prefix: '0',
		},
	],
	'255': [
		{
			region: 'TZ',
			name: 'Tanzania',
			example: '621 234 567',
			lengths: [9],
			pattern: '(?:[25-8]\\d|41|90)\\d{7}',
			international: '00[056]',
			prefix: '0',
		},
	],
	'256': [
		{
			region: 'UG',
			name: 'Uganda',
			example: '712 345678',
			lengths: [9],
			pattern: '800\\d{6}|(?:[29]0|[347]\\d)\\d{7}',
			international: '00[057]',
			prefix: '0',
		},
	],
	'257': [
		{
			region: 'BI',
			name: 'Burundi',
			example: '79 56 12 34',
			lengths: [8],
			pattern: '(?:[267]\\d|31)\\d{6}',
		},
	],
	'258': [
		{
			region: 'MZ',
			name: 'Mozambique',
			example: '82 123 4567',
			lengths: [8, 9],
			pattern: '(?:2|8\\d)\\d{7}',
		},
	],
	'260': [
		{
			region: 'ZM',
			name: 'Zambia',
			example: '95 5123456',
			lengths: [9],
			pattern: '800\\d{6}|(?:21|[579]\\d|63)\\d{7}',
			prefix: '0',
		},
	],
	'261': [
		{
			region: 'MG',
			name: 'Madagascar',
			example: '32 12 345 67',
			lengths: [9],
			pattern: '[23]\\d{8}',
			prefix: '([24-9]\\d{6})$|0',
			transform: '20$1',
		},
	],
	'262': [
		{
			region: 'RE',
			name: 'Réunion',
			example: '692 12 34 56',
			lengths: [9],
			pattern: '709\\d{6}|(?:26|[689]\\d)\\d{7}',
			prefix: '0',
		},
		{
			region: 'YT',
			name: 'Mayotte',
			example: '639 01 23 45',
			lengths: [9],
			pattern: '(?:639\\d|7093)\\d{5}|(?:26|80|9\\d)\\d{7}',
			prefix: '0',
		},
	],
	'263': [
		{
			region: 'ZW',
			name: 'Zimbabwe',
			example: '71 234 5678',
			lengths: [7, 9, 10],
			pattern: '8\\d{6}(?:\\d{3})?|[235-8]\\d{8}',
			prefix: '0',
		},
	],
	'264': [
		{
			region: 'NA',
			name: 'Namibia',
			example: '81 123 4567',
			lengths: [8, 9],
			pattern: '[68]\\d{7,8}',
			prefix: '0',
		},
	],
	'265': [
		{
			region: 'MW',
			name: 'Malawi',
			example: '991 23 45 67',
			lengths: [7, 9],
			pattern: '(?:[1289]\\d|31|77)\\d{7}|1\\d{6}',
			prefix: '0',
		},
	],
	'266': [
		{
			region: 'LS',
			name: 'Lesotho',
			example: '5012 3456',
			lengths: [8],
			pattern: '(?:[256]\\d\\d|800)\\d{5}',
		},
	],
	'267': [
		{
			region: 'BW',
			name: 'Botswana',
			example: '71 123 456',
			lengths: [7, 8, 10],
			pattern: '90\\d{5}|(?:0800|[2-6]|(?:7|800)\\d)\\d{6}',
		},
	],
	'268': [
		{
			region: 'SZ',
			name: 'Eswatini',
			alsoCalled: ['Swaziland'],
			example: '7612 3456',
			lengths: [8, 9],
			pattern: '0800\\d{4}|(?:[237]\\d|900)\\d{6}',
		},
	],
	'269': [
		{ region: 'KM', name: 'Comoros', example: '321 23 45', lengths: [7], pattern: '[3478]\\d{6}' },
	],
	'290': [
		{
			region: 'SH',
			name: 'St. Helena',
			example: '51234',
			lengths: [4, 5],
			pattern: '(?:[2569]\\d|8)\\d{3}',
		},
		{
			region: 'TA',
			name: 'Tristan da Cunha',
			example: '8999',
			lengths: [4],
			pattern: '8\\d{3}',
			own: '(?:8)\\d*',
		},
	],
	'291': [
		{
			region: 'ER',
			name: 'Eritrea',
			example: '7 123 456',
			lengths: [7],
			pattern: '[178]\\d{6}',
			prefix: '0',
		},
	],
	'297': [
		{
			region: 'AW',
			name: 'Aruba',
			example: '560 1234',
			lengths: [7],
			pattern: '(?:[25-79]\\d\\d|800)\\d{4}',
		},
	],
	'298': [
		{
			region: 'FO',
			name: 'Faroe Islands',
			example: '21 12 34',
			lengths: [6],
			pattern: '[2-9]\\d{5}',
			prefix: '(10(?:01|[12]0|88))',
		},
	],
	'299': [
		{
			region: 'GL',
			name: 'Greenland',
			example: '22 12 34',
			lengths: [6],
			pattern: '(?:19|[2-689]\\d|70)\\d{4}',
		},
	],
	'350': [
		{
			region: 'GI',
			name: 'Gibraltar',
			example: '57123456',
			lengths: [8],
			pattern: '(?:[25]\\d|60)\\d{6}',
		},
	],
	'351': [
		{
			region: 'PT',
			name: 'Portugal',
			example: '912 345 678',
			lengths: [9],
			pattern: '1693\\d{5}|(?:[26-9]\\d|30)\\d{7}',
		},
	],
	'352': [
		{
			region: 'LU',
			name: 'Luxembourg',
			example: '628 123 456',
			lengths: [4, 5, 6, 7, 8, 9, 10, 11],
			pattern: '35[013-9]\\d{4,8}|6\\d{8}|35\\d{2,4}|(?:[2457-9]\\d|3[0-46-9])\\d{2,9}',
			prefix: '(15(?:0[06]|1[12]|[35]5|4[04]|6[26]|77|88|99)\\d)',
		},
	],
	'353': [
		{
			region: 'IE',
			name: 'Ireland',
			example: '85 012 3456',
			lengths: [7, 8, 9, 10],
			pattern: '(?:1\\d|[2569])\\d{6,8}|4\\d{6,9}|7\\d{8}|8\\d{8,9}',
			prefix: '0',
		},
	],
	'354': [
		{
			region: 'IS',
			name: 'Iceland',
			example: '611 1234',
			lengths: [7, 9],
			pattern: '(?:38\\d|[4-9])\\d{6}',
			international: '00|1(?:0(?:01|[12]0)|100)',
		},
	],
	'355': [
		{
			region: 'AL',
			name: 'Albania',
			example: '67 212 3456',
			lengths: [6, 7, 8, 9],
			pattern: '(?:700\\d\\d|900)\\d{3}|8\\d{5,7}|(?:[2-5]|6\\d)\\d{7}',
			prefix: '0',
		},
	],
	'356': [
		{
			region: 'MT',
			name: 'Malta',
			example: '9696 1234',
			lengths: [8],
			pattern: '3550\\d{4}|(?:[2579]\\d\\d|800)\\d{5}',
		},
	],
	'357': [
		{
			region: 'CY',
			name: 'Cyprus',
			example: '96 123456',
			lengths: [8],
			pattern: '(?:[279]\\d|[58]0)\\d{6}',
		},
	],
	'358': [
		{
			region: 'FI',
			name: 'Finland',
			example: '41 2345678',
			lengths: [5, 6, 7, 8, 9, 10, 11, 12],
			pattern: '[1-35689]\\d{4}|7\\d{10,11}|(?:[124-7]\\d|3[0-46-9])\\d{8}|[1-9]\\d{5,8}',
			international: '00|99(?:[01469]|5(?:[14]1|3[23]|5[59]|77|88|9[09]))',
			prefix: '0',
		},
		{
			region: 'AX',
			name: 'Åland Islands',
			example: '41 2345678',
			lengths: [5, 6, 7, 8, 9, 10, 11, 12],
			pattern:
				'2\\d{4,9}|35\\d{4,5}|(?:60\\d\\d|800)\\d{4,6}|7\\d{5,11}|(?:[14]\\d|3[0-46-9]|50)\\d{4,8}',
			international: '00|99(?:[01469]|5(?:[14]1|3[23]|5[59]|77|88|9[09]))',
			prefix: '0',
		},
	],
	'359': [
		{
			region: 'BG',
			name: 'Bulgaria',
			example: '43 012 345',
			lengths: [6, 7, 8, 9, 12],
			pattern: '00800\\d{7}|[2-7]\\d{6,7}|[89]\\d{6,8}|2\\d{5}',
			prefix: '0',
		},
	],
	'370': [
		{
			region: 'LT',
			name: 'Lithuania',
			example: '612 34567',
			lengths: [8],
			pattern: '(?:[3469]\\d|52|[78]0)\\d{6}',
			prefix: '[08]',
		},
	],
	'371': [
		{
			region: 'LV',
			name: 'Latvia',
			example: '21 234 567',
			lengths: [8],
			pattern: '(?:[268]\\d|78|90)\\d{6}',
		},
	],
	'372': [
		{
			region: 'EE',
			name: 'Estonia',
			example: '5123 4567',
			lengths: [7, 8, 10],
			pattern: '8\\d{9}|[4578]\\d{7}|(?:[3-8]\\d|90)\\d{5}',
		},
	],
	'373': [
		{
			region: 'MD',
			name: 'Moldova',
			example: '621 12 345',
			lengths: [8],
			pattern: '(?:[235-7]\\d|[89]0)\\d{6}',
			prefix: '0',
		},
	],
	'374': [
		{
			region: 'AM',
			name: 'Armenia',
			example: '77 123456',
			lengths: [8],
			pattern: '(?:[1-489]\\d|55|60|77)\\d{6}',
			prefix: '0',
		},
	],
	'375': [
		{
			region: 'BY',
			name: 'Belarus',
			example: '29 491 19 11',
			lengths: [6, 7, 8, 9, 10, 11],
			pattern:
				'(?:[12]\\d|33|44|902)\\d{7}|8(?:0[0-79]\\d{5,7}|[1-7]\\d{9})|8(?:1[0-489]|[5-79]\\d)\\d{7}|8[1-79]\\d{6,7}|8[0-79]\\d{5}|8\\d{5}',
			international: '810',
			prefix: '0|80?',
		},
	],
	'376': [
		{
			region: 'AD',
			name: 'Andorra',
			example: '312 345',
			lengths: [6, 8, 9],
			pattern: '(?:1|6\\d)\\d{7}|[135-9]\\d{5}',
		},
	],
	'377': [
		{
			region: 'MC',
			name: 'Monaco',
			example: '6 12 34 56 78',
			lengths: [8, 9],
			pattern: '(?:[3489]|[67]\\d)\\d{7}',
			prefix: '0',
		},
	],
	'378': [
		{
			region: 'SM',
			name: 'San Marino',
			example: '66 66 12 12',
			lengths: [8, 10],
			pattern: '(?:0549|[5-7]\\d)\\d{6}',
			prefix: '([89]\\d{5})$',
			transform: '0549$1',
		},
	],
	'380': [
		{
			region: 'UA',
			name: 'Ukraine',
			example: '50 123 4567',
			lengths: [9, 10],
			pattern: '[89]\\d{9}|[3-9]\\d{8}',
			prefix: '0',
		},
	],
	'381': [
		{
			region: 'RS',
			name: 'Serbia',
			example: '60 1234567',
			lengths: [6, 7, 8, 9, 10, 11, 12],
			pattern:
				'38[02-9]\\d{6,9}|6\\d{7,9}|90\\d{4,8}|38\\d{5,6}|(?:7\\d\\d|800)\\d{3,9}|(?:[12]\\d|3[0-79])\\d{5,10}',
			prefix: '0',
		},
	],
	'382': [
		{
			region: 'ME',
			name: 'Montenegro',
			example: '60 123 456',
			lengths: [8, 9],
			pattern: '(?:20|[3-79]\\d)\\d{6}|80\\d{6,7}',
			prefix: '0',
		},
	],
	'383': [
		{
			region: 'XK',
			name: 'Kosovo',
			example: '43 201 234',
			lengths: [8, 9, 10, 11, 12],
			pattern: '2\\d{7,8}|3\\d{7,11}|(?:4\\d\\d|[89]00)\\d{5}',
			prefix: '0',
			mobile: '4[3-9]\\d{6}',
		},
	],
	'385': [
		{
			region: 'HR',
			name: 'Croatia',
			example: '92 123 4567',
			lengths: [7, 8, 9],
			pattern: '[2-69]\\d{8}|80\\d{5,7}|[1-79]\\d{7}|6\\d{6}',
			prefix: '0',
		},
	],
	'386': [
		{
			region: 'SI',
			name: 'Slovenia',
			example: '31 234 567',
			lengths: [5, 6, 7, 8],
			pattern: '[1-7]\\d{7}|8\\d{4,7}|90\\d{4,6}',
			international: '00|10(?:22|66|88|99)',
			prefix: '0',
		},
	],
	'387': [
		{
			region: 'BA',
			name: 'Bosnia & Herzegovina',
			example: '61 123 456',
			lengths: [8, 9],
			pattern: '6\\d{8}|(?:[35689]\\d|49|70)\\d{6}',
			prefix: '0',
		},
	],
	'389': [
		{
			region: 'MK',
			name: 'North Macedonia',
			example: '72 345 678',
			lengths: [8],
			pattern: '[2-578]\\d{7}',
			prefix: '0',
		},
	],
	'420': [
		{
			region: 'CZ',
			name: 'Czechia',
			alsoCalled: ['Czech Republic'],
			example: '601 123 456',
			lengths: [9, 10, 11, 12],
			pattern: '(?:[2-578]\\d|60)\\d{7}|9\\d{8,11}',
		},
	],
	'421': [
		{
			region: 'SK',
			name: 'Slovakia',
			example: '912 123 456',
			lengths: [6, 7, 9],
			pattern: '[2-689]\\d{8}|[2-59]\\d{6}|[2-5]\\d{5}',
			prefix: '0',
		},
	],
	'423': [
		{
			region: 'LI',
			name: 'Liechtenstein',
			example: '660 234 567',
			lengths: [7, 9],
			pattern: '[68]\\d{8}|(?:[2378]\\d|90)\\d{5}',
			prefix: '(1001)|0',
		},
	],
	'500': [
		{
			region: 'FK',
			name: 'Falkland Islands',
			example: '51234',
			lengths: [5],
			pattern: '[2-7]\\d{4}',
		},
	],
	'501': [
		{
			region: 'BZ',
			name: 'Belize',
			example: '622 1234',
			lengths: [7, 11],
			pattern: '(?:0800\\d|[2-8])\\d{6}',
		},
	],
	'502': [
		{
			region: 'GT',
			name: 'Guatemala',
			example: '5123 4567',
			lengths: [8, 11],
			pattern: '80\\d{6}|(?:1\\d{3}|[2-7])\\d{7}',
		},
	],
	'503': [
		{
			region: 'SV',
			name: 'El Salvador',
			example: '7012 3456',
			lengths: [7, 8, 11],
			pattern: '[25-7]\\d{7}|(?:80\\d|900)\\d{4}(?:\\d{4})?',
		},
	],
	'504': [
		{
			region: 'HN',
			name: 'Honduras',
			example: '9123 4567',
			lengths: [8, 11],
			pattern: '8\\d{10}|[237-9]\\d{7}',
		},
	],
	'505': [
		{
			region: 'NI',
			name: 'Nicaragua',
			example: '8123 4567',
			lengths: [8],
			pattern: '(?:1800|[25-8]\\d{3})\\d{4}',
		},
	],
	'506': [
		{
			region: 'CR',
			name: 'Costa Rica',
			example: '8312 3456',
			lengths: [8, 10],
			pattern: '(?:8\\d|90)\\d{8}|(?:[24-8]\\d{3}|3005)\\d{4}',
			prefix: '(19(?:0[0-2468]|1[09]|20|66|77|99))',
		},
	],
	'507': [
		{
			region: 'PA',
			name: 'Panama',
			example: '6123 4567',
			lengths: [7, 8, 10, 11],
			pattern: '(?:00800|8\\d{3})\\d{6}|[68]\\d{7}|[1-57-9]\\d{6}',
		},
	],
	'508': [
		{
			region: 'PM',
			name: 'St. Pierre & Miquelon',
			example: '55 12 34',
			lengths: [6, 9],
			pattern: '[78]\\d{8}|[2-9]\\d{5}',
			prefix: '0',
		},
	],
	'509': [
		{ region: 'HT', name: 'Haiti', example: '34 10 1234', lengths: [8], pattern: '[2-589]\\d{7}' },
	],
	'590': [
		{
			region: 'GP',
			name: 'Guadeloupe',
			example: '690 00 12 34',
			lengths: [9],
			pattern: '7090\\d{5}|(?:[56]9|[89]\\d)\\d{7}',
			prefix: '0',
		},
		{
			region: 'BL',
			name: 'St. Barthélemy',
			example: '690 00 12 34',
			lengths: [9],
			pattern: '7090\\d{5}|(?:[56]9|[89]\\d)\\d{7}',
			prefix: '0',
		},
		{
			region: 'MF',
			name: 'St. Martin',
			example: '690 00 12 34',
			lengths: [9],
			pattern: '7090\\d{5}|(?:[56]9|[89]\\d)\\d{7}',
			prefix: '0',
		},
	],
	'591': [
		{
			region: 'BO',
			name: 'Bolivia',
			example: '71234567',
			lengths: [8, 9],
			pattern: '(?:[2-7]\\d\\d|8001)\\d{5}',
			international: '00(?:1\\d)?',
			prefix: '0(1\\d)?',
		},
	],
	'592': [
		{
			region: 'GY',
			name: 'Guyana',
			example: '609 1234',
			lengths: [7],
			pattern: '(?:[2-8]\\d{3}|9008)\\d{3}',
			international: '001',
		},
	],
	'593': [
		{
			region: 'EC',
			name: 'Ecuador',
			example: '99 123 4567',
			lengths: [8, 9, 10, 11],
			pattern: '1\\d{9,10}|(?:[2-7]|9\\d)\\d{7}',
			prefix: '0',
		},
	],
	'594': [
		{
			region: 'GF',
			name: 'French Guiana',
			example: '694 20 12 34',
			lengths: [9],
			pattern: '(?:694\\d|7093)\\d{5}|(?:59|[89]\\d)\\d{7}',
			prefix: '0',
		},
	],
	'595': [
		{
			region: 'PY',
			name: 'Paraguay',
			example: '961 456789',
			lengths: [6, 7, 8, 9, 10, 11],
			pattern: '[36-8]\\d{5,8}|4\\d{6,8}|59\\d{6}|9\\d{5,10}|(?:2\\d|5[0-8])\\d{6,7}',
			prefix: '0',
		},
	],
	'596': [
		{
			region: 'MQ',
			name: 'Martinique',
			example: '696 20 12 34',
			lengths: [9],
			pattern: '7091\\d{5}|(?:[56]9|[89]\\d)\\d{7}',
			prefix: '0',
		},
	],
	'597': [
		{
			region: 'SR',
			name: 'Suriname',
			example: '741 2345',
			lengths: [6, 7],
			pattern: '(?:[2-5]|[6-9]\\d)\\d{5}',
		},
	],
	'598': [
		{
			region: 'UY',
			name: 'Uruguay',
			example: '94 231 234',
			lengths: [4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
			pattern: '0004\\d{2,9}|[1249]\\d{7}|2\\d{3,4}|(?:[49]\\d|80)\\d{5}',
			international: '0(?:0|1[3-9]\\d)',
			prefix: '0',
		},
	],
	'599': [
		{
			region: 'CW',
			name: 'Curaçao',
			example: '9 518 1234',
			lengths: [7, 8],
			pattern: '(?:[34]1|60|(?:7|9\\d)\\d)\\d{5}',
		},
		{
			region: 'BQ',
			name: 'Caribbean Netherlands',
			example: '318 1234',
			lengths: [7],
			pattern: '(?:[34]1|7\\d)\\d{5}',
			own: '(?:[347])\\d*',
		},
	],
	'670': [
		{
			region: 'TL',
			name: 'Timor-Leste',
			alsoCalled: ['East Timor'],
			example: '7721 2345',
			lengths: [7, 8],
			pattern: '7\\d{7}|(?:[2-47]\\d|[89]0)\\d{5}',
		},
	],
	'672': [
		{
			region: 'NF',
			name: 'Norfolk Island',
			example: '3 81234',
			lengths: [6],
			pattern: '[13]\\d{5}',
			prefix: '([0-258]\\d{4})$',
			transform: '3$1',
		},
	],
	'673': [
		{ region: 'BN', name: 'Brunei', example: '712 3456', lengths: [7], pattern: '[2-578]\\d{6}' },
	],
	'674': [
		{
			region: 'NR',
			name: 'Nauru',
			example: '555 1234',
			lengths: [7],
			pattern: '(?:222|444|(?:55|8\\d)\\d|666|777|999)\\d{4}',
		},
	],
	'675': [
		{
			region: 'PG',
			name: 'Papua New Guinea',
			example: '7012 3456',
			lengths: [7, 8],
			pattern: '(?:180|[78]\\d{3})\\d{4}|(?:[2-589]\\d|64)\\d{5}',
			international: '00|140[1-3]',
		},
	],
	'676': [
		{
			region: 'TO',
			name: 'Tonga',
			example: '771 5123',
			lengths: [5, 7],
			pattern: '(?:0800|(?:[5-8]\\d\\d|999)\\d)\\d{3}|[2-8]\\d{4}',
		},
	],
	'677': [
		{
			region: 'SB',
			name: 'Solomon Islands',
			example: '74 21234',
			lengths: [5, 7],
			pattern: '[6-9]\\d{6}|[1-6]\\d{4}',
			international: '0[01]',
		},
	],
	'678': [
		{
			region: 'VU',
			name: 'Vanuatu',
			example: '591 2345',
			lengths: [5, 7],
			pattern: '[57-9]\\d{6}|(?:[238]\\d|48)\\d{3}',
		},
	],
	'679': [
		{
			region: 'FJ',
			name: 'Fiji',
			example: '701 2345',
			lengths: [7, 11],
			pattern: '45\\d{5}|(?:0800\\d|[235-9])\\d{6}',
			international: '0(?:0|52)',
		},
	],
	'680': [
		{
			region: 'PW',
			name: 'Palau',
			example: '620 1234',
			lengths: [7],
			pattern: '(?:[24-8]\\d\\d|345|900)\\d{4}',
			international: '01[12]',
		},
	],
	'681': [
		{
			region: 'WF',
			name: 'Wallis & Futuna',
			example: '82 12 34',
			lengths: [6, 9],
			pattern: '(?:40|72|8\\d{4})\\d{4}|[89]\\d{5}',
		},
	],
	'682': [
		{
			region: 'CK',
			name: 'Cook Islands',
			example: '71 234',
			lengths: [5],
			pattern: '[2-578]\\d{4}',
		},
	],
	'683': [
		{
			region: 'NU',
			name: 'Niue',
			example: '888 4012',
			lengths: [4, 7],
			pattern: '(?:[4-7]|888\\d)\\d{3}',
		},
	],
	'685': [
		{
			region: 'WS',
			name: 'Samoa',
			example: '72 12345',
			lengths: [5, 6, 7, 10],
			pattern: '(?:[2-6]|8\\d{5})\\d{4}|[78]\\d{6}|[68]\\d{5}',
			international: '0',
		},
	],
	'686': [
		{
			region: 'KI',
			name: 'Kiribati',
			example: '72001234',
			lengths: [5, 8],
			pattern: '(?:[37]\\d|6[0-79])\\d{6}|(?:[2-48]\\d|50)\\d{3}',
			prefix: '0',
		},
	],
	'687': [
		{
			region: 'NC',
			name: 'New Caledonia',
			example: '75 12 34',
			lengths: [6],
			pattern: '(?:050|[2-57-9]\\d\\d)\\d{3}',
		},
	],
	'688': [
		{
			region: 'TV',
			name: 'Tuvalu',
			example: '90 1234',
			lengths: [5, 6, 7],
			pattern: '(?:2|7\\d\\d|90)\\d{4}',
		},
	],
	'689': [
		{
			region: 'PF',
			name: 'French Polynesia',
			example: '87 12 34 56',
			lengths: [6, 8, 9],
			pattern: '4\\d{5}(?:\\d{2})?|8\\d{7,8}',
		},
	],
	'690': [
		{
			region: 'TK',
			name: 'Tokelau',
			example: '7290',
			lengths: [4, 5, 6, 7],
			pattern: '[2-47]\\d{3,6}',
		},
	],
	'691': [
		{
			region: 'FM',
			name: 'Micronesia',
			example: '350 1234',
			lengths: [7],
			pattern: '(?:[39]\\d\\d|820)\\d{4}',
		},
	],
	'692': [
		{
			region: 'MH',
			name: 'Marshall Islands',
			example: '235 1234',
			lengths: [7],
			pattern: '329\\d{4}|(?:[256]\\d|45)\\d{5}',
			international: '011',
			prefix: '1',
		},
	],
	'800': [{ lengths: [8], pattern: '(?:00|[1-9]\\d)\\d{6}' }],
	'808': [{ lengths: [8], pattern: '[1-9]\\d{7}' }],
	'850': [
		{
			region: 'KP',
			name: 'North Korea',
			example: '192 123 4567',
			lengths: [8, 10],
			pattern: '85\\d{6}|(?:19\\d|[2-7])\\d{7}',
			international: '00|99',
			prefix: '0',
		},
	],
	'852': [
		{
			region: 'HK',
			name: 'Hong Kong SAR China',
			example: '5123 4567',
			lengths: [5, 6, 7, 8, 9, 11],
			pattern: '8[0-46-9]\\d{6,7}|9\\d{4,7}|(?:[2-7]|9\\d{3})\\d{7}',
			international: '00(?:30|5[09]|[126-9]?)',
		},
	],
	'853': [
		{
			region: 'MO',
			name: 'Macao SAR China',
			example: '6612 3456',
			lengths: [7, 8],
			pattern: '0800\\d{3}|(?:28|[68]\\d)\\d{6}',
		},
	],
	'855': [
		{
			region: 'KH',
			name: 'Cambodia',
			example: '91 234 567',
			lengths: [8, 9, 10],
			pattern: '1\\d{9}|[1-9]\\d{7,8}',
			international: '00[14-9]',
			prefix: '0',
		},
	],
	'856': [
		{
			region: 'LA',
			name: 'Laos',
			example: '20 23 123 456',
			lengths: [8, 9, 10],
			pattern: '(?:2\\d|3)\\d{8}|(?:[235-8]\\d|41)\\d{6}',
			prefix: '0',
		},
	],
	'870': [{ lengths: [9, 12], pattern: '7\\d{11}|[235-7]\\d{8}' }],
	'878': [{ lengths: [12], pattern: '10\\d{10}' }],
	'880': [
		{
			region: 'BD',
			name: 'Bangladesh',
			example: '1812 345678',
			lengths: [6, 7, 8, 9, 10],
			pattern: '[1-469]\\d{9}|8[0-79]\\d{7,8}|[2-79]\\d{8}|[2-9]\\d{7}|[3-9]\\d{6}|[57-9]\\d{5}',
			prefix: '0',
		},
	],
	'881': [{ lengths: [9, 10], pattern: '6\\d{9}|[0-36-9]\\d{8}' }],
	'882': [
		{
			lengths: [7, 8, 9, 10, 11, 12],
			pattern: '[13]\\d{6}(?:\\d{2,5})?|[19]\\d{7}|(?:[25]\\d\\d|4)\\d{7}(?:\\d{2})?',
		},
	],
	'883': [{ lengths: [8, 9, 10, 11, 12], pattern: '(?:[1-4]\\d|51)\\d{6,10}' }],
	'886': [
		{
			region: 'TW',
			name: 'Taiwan',
			example: '912 345 678',
			lengths: [7, 8, 9, 10, 11],
			pattern: '[2-689]\\d{8}|7\\d{9,10}|[2-8]\\d{7}|2\\d{6}',
			international: '0(?:0[25-79]|19)',
			prefix: '0',
		},
	],
	'888': [{ lengths: [11], pattern: '\\d{11}' }],
	'960': [
		{
			region: 'MV',
			name: 'Maldives',
			example: '771 2345',
			lengths: [7, 10],
			pattern: '(?:800|9[0-57-9]\\d)\\d{7}|[34679]\\d{6}',
			international: '0(?:0|19)',
		},
	],
	'961': [
		{
			region: 'LB',
			name: 'Lebanon',
			example: '71 123 456',
			lengths: [7, 8],
			pattern: '[27-9]\\d{7}|[13-9]\\d{6}',
			prefix: '0',
		},
	],
	'962': [
		{
			region: 'JO',
			name: 'Jordan',
			example: '7 9012 3456',
			lengths: [8, 9],
			pattern: '(?:(?:[2689]|7\\d)\\d|32|427|53)\\d{6}',
			prefix: '0',
		},
	],
	'963': [
		{
			region: 'SY',
			name: 'Syria',
			example: '944 567 890',
			lengths: [8, 9],
			pattern: '[1-359]\\d{8}|[1-5]\\d{7}',
			prefix: '0',
		},
	],
	'964': [
		{
			region: 'IQ',
			name: 'Iraq',
			example: '791 234 5678',
			lengths: [8, 9, 10],
			pattern: '(?:1|7\\d\\d)\\d{7}|[2-6]\\d{7,8}',
			prefix: '0',
		},
	],
	'965': [
		{
			region: 'KW',
			name: 'Kuwait',
			example: '500 12345',
			lengths: [7, 8],
			pattern: '18\\d{5}|(?:[2569]\\d|41)\\d{6}',
		},
	],
	'966': [
		{
			region: 'SA',
			name: 'Saudi Arabia',
			example: '51 234 5678',
			lengths: [9, 10],
			pattern: '(?:[15]\\d|800|92)\\d{7}',
			prefix: '0',
		},
	],
	'967': [
		{
			region: 'YE',
			name: 'Yemen',
			example: '712 345 678',
			lengths: [7, 8, 9],
			pattern: '(?:1|7\\d)\\d{7}|[1-7]\\d{6}',
			prefix: '0',
		},
	],
	'968': [
		{
			region: 'OM',
			name: 'Oman',
			example: '9212 3456',
			lengths: [7, 8, 9],
			pattern: '(?:1505|[279]\\d{3}|500)\\d{4}|800\\d{5,6}',
		},
	],
	'970': [
		{
			region: 'PS',
			name: 'Palestinian Territories',
			example: '599 123 456',
			lengths: [8, 9, 10],
			pattern: '[2489]2\\d{6}|(?:1\\d|5)\\d{8}',
			prefix: '0',
		},
	],
	'971': [
		{
			region: 'AE',
			name: 'United Arab Emirates',
			alsoCalled: ['UAE'],
			example: '50 123 4567',
			lengths: [5, 6, 7, 8, 9, 10, 11, 12],
			pattern: '(?:[4-7]\\d|9[0-689])\\d{7}|800\\d{2,9}|[2-4679]\\d{7}',
			prefix: '0',
		},
	],
	'972': [
		{
			region: 'IL',
			name: 'Israel',
			example: '50 234 5678',
			lengths: [7, 8, 9, 10, 11, 12],
			pattern: '1\\d{6}(?:\\d{3,5})?|[57]\\d{8}|[1-489]\\d{7}',
			international: '0(?:0|1(?:05|[2-9]))',
			prefix: '0',
		},
	],
	'973': [
		{ region: 'BH', name: 'Bahrain', example: '3600 1234', lengths: [8], pattern: '[136-9]\\d{7}' },
	],
	'974': [
		{
			region: 'QA',
			name: 'Qatar',
			example: '3312 3456',
			lengths: [7, 8, 9, 11],
			pattern: '800\\d{4}|(?:2|800)\\d{6}|(?:0080|[3-7])\\d{7}',
		},
	],
	'975': [
		{
			region: 'BT',
			name: 'Bhutan',
			example: '17 12 34 56',
			lengths: [7, 8],
			pattern: '[178]\\d{7}|[2-8]\\d{6}',
		},
	],
	'976': [
		{
			region: 'MN',
			name: 'Mongolia',
			example: '8812 3456',
			lengths: [8, 9, 10],
			pattern: '[12]\\d{7,9}|[5-9]\\d{7}',
			international: '001',
			prefix: '0',
		},
	],
	'977': [
		{
			region: 'NP',
			name: 'Nepal',
			example: '984 1234567',
			lengths: [8, 10, 11],
			pattern: '(?:1\\d|9)\\d{9}|[1-9]\\d{7}',
			prefix: '0',
		},
	],
	'979': [{ lengths: [9], pattern: '[1359]\\d{8}' }],
	'992': [
		{
			region: 'TJ',
			name: 'Tajikistan',
			example: '91 712 3456',
			lengths: [9],
			pattern: '(?:[0-57-9]\\d|66)\\d{7}',
			international: '810',
		},
	],
	'993': [
		{
			region: 'TM',
			name: 'Turkmenistan',
			example: '66 123456',
			lengths: [8],
			pattern: '[1-7]\\d{7}',
			international: '810',
			prefix: '8',
		},
	],
	'994': [
		{
			region: 'AZ',
			name: 'Azerbaijan',
			example: '40 123 45 67',
			lengths: [9],
			pattern: '365\\d{6}|(?:[124579]\\d|60|88)\\d{7}',
			prefix: '0',
		},
	],
	'995': [
		{
			region: 'GE',
			name: 'Georgia',
			example: '555 12 34 56',
			lengths: [9],
			pattern: '(?:[3-57]\\d\\d|800)\\d{6}',
			prefix: '0',
		},
	],
	'996': [
		{
			region: 'KG',
			name: 'Kyrgyzstan',
			example: '700 123 456',
			lengths: [9, 10],
			pattern: '8\\d{9}|[235-9]\\d{8}',
			prefix: '0',
		},
	],
	'998': [
		{
			region: 'UZ',
			name: 'Uzbekistan',
			example: '91 234 56 78',
			lengths: [9],
			pattern: '(?:20|33|[5-9]\\d)\\d{7}',
		},
	],
};
