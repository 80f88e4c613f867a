/** A number as people write it; anything else as it is. */
export function prettyHandle(handle: string): string {
	const american = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(handle);
	return american ? `+1 ${american[1]} ${american[2]} ${american[3]}` : handle;
}

const clock = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit' });
const exact = new Intl.DateTimeFormat('en', {
	hour: 'numeric',
	minute: '2-digit',
	second: '2-digit',
});
const weekday = new Intl.DateTimeFormat('en', { weekday: 'long' });
const date = new Intl.DateTimeFormat('en', { month: 'short', day: 'numeric' });
const fullDate = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });

const DAY_MS = 86_400_000;

const midnight = (time: number): number => new Date(time).setHours(0, 0, 0, 0);

/** Days between two times, by the calendar. */
const daysBetween = (earlier: number, later: number): number =>
	Math.round((midnight(later) - midnight(earlier)) / DAY_MS);

/** E.g. `9:41 AM`. */
export const timeOfDay = (iso: string): string => clock.format(new Date(iso));

/** The same with seconds, e.g. `9:41:07 AM`. */
export const exactTime = (iso: string): string => exact.format(new Date(iso));

/** The day in words: `Today`, `Yesterday`, `Monday`, `Mar 3`, `Mar 3, 2025`. */
export function dayName(iso: string, now: number): string {
	const time = Date.parse(iso);
	const days = daysBetween(time, now);
	if (days === 0) return 'Today';
	if (days === 1) return 'Yesterday';
	if (days > 0 && days < 7) return weekday.format(time);
	const sameYear = new Date(time).getFullYear() === new Date(now).getFullYear();
	return (sameYear ? date : fullDate).format(time);
}

/** How a list says when: the time today, else the day. */
export function shortTime(iso: string, now: number): string {
	const day = dayName(iso, now);
	return day === 'Today' ? timeOfDay(iso) : day;
}

/** E.g. `0:07`. */
export function duration(seconds: number): string {
	const whole = Math.max(0, Math.round(seconds));
	return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** E.g. `7 seconds`, `1 minute 5 seconds`; for screen readers. */
export function spokenDuration(seconds: number): string {
	const whole = Math.max(0, Math.round(seconds));
	const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
	return [
		...(minutes > 0 ? [count(minutes, 'minute', 'minutes')] : []),
		...(rest > 0 || minutes === 0 ? [count(rest, 'second', 'seconds')] : []),
	].join(' ');
}

/** E.g. `1.4 MB`; empty for 0, which stands for unknown. */
export function fileSize(bytes: number): string {
	if (bytes === 0) return '';
	if (bytes < 1_000) return `${bytes} bytes`;
	if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
	return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** E.g. `412 ms` or `3.2 s`. */
export const elapsed = (ms: number): string =>
	ms < 1_000 ? `${ms} ms` : `${(ms / 1_000).toFixed(1)} s`;

/** One or two letters for an avatar; empty where there is only a number. */
export function initials(name: string): string {
	const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
	return [words[0], words.length > 1 ? words.at(-1) : undefined]
		.map((word) => word?.[0]?.toUpperCase() ?? '')
		.join('');
}

/** `confetti` and `happy_birthday` as labels. */
export const label = (name: string): string => {
	const words = name.replaceAll('_', ' ');
	return words.charAt(0).toUpperCase() + words.slice(1);
};

/** `1 try`, `2 tries`. */
export const count = (number: number, one: string, many: string): string =>
	`${number} ${number === 1 ? one : many}`;
