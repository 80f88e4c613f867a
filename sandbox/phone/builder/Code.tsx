import { JsonView } from 'react-json-view-lite';
import { CopyButton } from './CopyButton.tsx';

/** Names of the viewer's classes; builder.css has them. Strings and names stand as in JSON. */
const style = {
	container: 'code json',
	basicChildStyle: 'json-row',
	childFieldsContainer: 'json-children',
	label: 'json-name',
	clickableLabel: 'json-name json-fold',
	nullValue: 'json-literal',
	undefinedValue: 'json-literal',
	numberValue: 'json-number',
	stringValue: 'json-string',
	booleanValue: 'json-literal',
	otherValue: 'json-literal',
	punctuation: 'json-sign',
	expandIcon: 'json-toggle folded',
	collapseIcon: 'json-toggle',
	collapsedContent: 'json-more json-fold',
	quotesForFieldNames: true,
	stringifyStringValues: true,
	ariaLables: { collapseJson: 'Fold', expandJson: 'Unfold' },
};

/** Lists longer than that begin folded: pages of chats and messages. */
const LONG = 20;

/** A value as JSON in colors that folds, or a text as it is; it scrolls with all around it. */
export function Code({ title, value }: { title: string; value: unknown }) {
	const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
	return (
		<>
			<div class="code-head">
				<h4>{title}</h4>
				<CopyButton what={title} text={text} />
			</div>
			{typeof value === 'object' && value !== null ? (
				<JsonView
					aria-label={title}
					data={value}
					style={style}
					shouldExpandNode={isShort}
					clickToExpandNode
				/>
			) : (
				<pre class="code">{text}</pre>
			)}
		</>
	);
}

const isShort = (_level: number, value: object): boolean =>
	!Array.isArray(value) || value.length <= LONG;
