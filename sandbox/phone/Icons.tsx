import type { ComponentChildren } from 'preact';

const draw =
	(children: ComponentChildren, filled = false) =>
	() => (
		<svg
			class="icon"
			viewBox="0 0 24 24"
			aria-hidden="true"
			fill={filled ? 'currentColor' : 'none'}
			stroke={filled ? 'none' : 'currentColor'}
			stroke-width="1.8"
			stroke-linecap="round"
			stroke-linejoin="round"
		>
			{children}
		</svg>
	);

export const Back = draw(<path d="M15 5l-7 7 7 7" />);
export const Plus = draw(<path d="M12 5v14M5 12h14" />);
export const Compose = draw(
	<>
		<path d="M20 13v5a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2h5" />
		<path d="M18.400 3.600a1.400 1.400 0 0 1 2 2L12 14l-3 1 1-3z" />
	</>,
);
export const Search = draw(
	<>
		<circle cx="11" cy="11" r="6.500" />
		<path d="M16 16l4 4" />
	</>,
);
export const Send = draw(<path d="M12 19V6M6 11.500L12 5.500l6 6" />);
export const Mic = draw(
	<>
		<rect x="9" y="3" width="6" height="11" rx="3" />
		<path d="M5.500 11.500a6.500 6.500 0 0 0 13 0M12 18v3" />
	</>,
);
export const Play = draw(
	<path d="M8 5.200v13.600a.8.8 0 0 0 1.200.7l11-6.800a.8.8 0 0 0 0-1.400l-11-6.800a.8.8 0 0 0-1.200.7z" />,
	true,
);
export const Pause = draw(<path d="M7 5h3.500v14H7zM13.500 5H17v14h-3.500z" />, true);
export const Stop = draw(<rect x="6" y="6" width="12" height="12" rx="2.500" />, true);
export const Close = draw(<path d="M6 6l12 12M18 6L6 18" />);
export const More = draw(
	<>
		<circle cx="5" cy="12" r="1.800" />
		<circle cx="12" cy="12" r="1.800" />
		<circle cx="19" cy="12" r="1.800" />
	</>,
	true,
);
export const Smile = draw(
	<>
		<circle cx="12" cy="12" r="8.500" />
		<path d="M8.500 14c1.600 2.300 5.400 2.300 7 0M9 9.800v.1M15 9.800v.1" />
	</>,
);
export const Reply = draw(<path d="M9.500 6L4.500 11l5 5M5 11h8.500a6 6 0 0 1 6 6v1" />);
export const Pencil = draw(<path d="M15.500 5.500l3 3L8 19l-4 1 1-4z" />);
export const File = draw(
	<path d="M13 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V9zM13 3v6h6" />,
);
export const Clip = draw(
	<path d="M20 11.500l-7.800 7.800a5 5 0 0 1-7-7L13 4.500a3.300 3.300 0 0 1 4.700 4.700l-7.800 7.800a1.700 1.700 0 0 1-2.400-2.400L14.500 7.700" />,
);
export const Link = draw(
	<path d="M10 14a4 4 0 0 0 5.700 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.700 0l-3 3A4 4 0 0 0 11 18.700l1-1" />,
);
export const Copy = draw(
	<>
		<rect x="8.500" y="8.500" width="11.500" height="11.500" rx="2.500" />
		<path d="M15.500 5.500A2 2 0 0 0 13.500 4H6a2 2 0 0 0-2 2v7.500a2 2 0 0 0 1.500 2" />
	</>,
);
export const Check = draw(<path d="M5 12.500l4.500 4.500L19 7.500" />);
export const Down = draw(<path d="M12 5v13M6 12.500l6 6 6-6" />);
export const Chevron = draw(<path d="M9 6l6 6-6 6" />);
export const Group = draw(
	<>
		<circle cx="9" cy="8.500" r="3.500" />
		<path d="M2.500 19.500a6.500 6.500 0 0 1 13 0M15.500 5.300a3.500 3.500 0 0 1 0 6.400M18 14.200a6.500 6.500 0 0 1 3.500 5.300" />
	</>,
);
export const Person = draw(
	<>
		<circle cx="12" cy="8.500" r="4" />
		<path d="M4.500 20a7.500 7.500 0 0 1 15 0" />
	</>,
);
export const Heart = draw(
	<path d="M12 20.300l-1.300-1.200C5.400 14.400 2.500 11.700 2.500 8.300 2.500 5.600 4.600 3.500 7.300 3.500c1.500 0 3.600.9 4.700 2.600 1.100-1.700 3.200-2.600 4.700-2.600 2.700 0 4.800 2.100 4.800 4.800 0 3.400-2.900 6.100-8.200 10.800z" />,
	true,
);
export const Thumb = draw(
	<path d="M2.500 10.500h4v10h-4zM8 10.300l4-7.300c1.600 0 2.700 1.200 2.500 2.800L14 9.500h5.200c1.400 0 2.500 1.300 2.200 2.700l-1.400 6.600c-.2 1-1.100 1.700-2.200 1.700H8z" />,
	true,
);
