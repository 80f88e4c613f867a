import type { INodePropertyRouting } from 'n8n-workflow';

/** Routing of a field whose value goes into the JSON body, e.g. `...inBody('placement.x')`. */
export const inBody = (property: string) => sendsTo('body', property);

/** Routing of a field whose value goes into the query. */
export const inQuery = (property: string) => sendsTo('query', property);

const sendsTo = (type: 'body' | 'query', property: string): { routing: INodePropertyRouting } => ({
	routing: { send: { type, property } },
});
