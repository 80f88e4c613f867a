/** The least that a trigger with a webhook can be: it gives what it gets. */
class Bare {
	description = {
		displayName: 'Bare Trigger',
		name: 'bare',
		group: ['trigger'],
		version: 1,
		description: 'Starts the workflow with the body of a request',
		defaults: { name: 'Bare Trigger' },
		inputs: [],
		outputs: ['main'],
		webhooks: [{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'bare' }],
		properties: [],
	};

	async webhook() {
		return { workflowData: [[{ json: this.getBodyData() }]] };
	}
}

module.exports = { Bare };
