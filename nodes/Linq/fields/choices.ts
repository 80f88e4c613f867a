/** Linq's value as a label: `happy_birthday` → `Happy Birthday`. */
export function titleCase(value: string): string {
	return value
		.split('_')
		.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
		.join(' ');
}
