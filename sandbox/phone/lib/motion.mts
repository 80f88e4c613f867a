const query = window.matchMedia('(prefers-reduced-motion: reduce)');

/** Whether the system asks for as little motion as possible. */
export const isCalm = (): boolean => query.matches;
