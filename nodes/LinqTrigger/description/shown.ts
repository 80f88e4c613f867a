import { ALL_EVENTS } from '../../shared/events';

/** Shows a field while at least one of the events is chosen. */
export const shownFor = (events: string[], path = 'events') => ({
	show: { [path]: [ALL_EVENTS.value, ...events] },
});

/** The same inside of a collection, where paths begin at the node. */
export const shownInsideFor = (events: string[]) => shownFor(events, '/events');
