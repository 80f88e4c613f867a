import { fieldsOf, nodeOperations } from '../support/drift/fields.mts';

/*
 * Rules of the contract that no field can check are in the text of the operation or the field, so
 * that they are read before anything is sent.
 */

const named = (name: string) => {
	const found = nodeOperations.find((operation) => operation.name === name);
	if (!found) throw new Error(`There is no operation ${name}`);
	return found;
};

test.each([
	['background.set', 'no effect in SMS and RCS chats'],
	['background.remove', 'no effect in SMS and RCS chats'],
	['contactCard.create', 'at most 3 changes per line in 10 minutes'],
	['contactCard.update', 'at most 3 changes per line in 10 minutes'],
	['location.request', 'refused while it is already shared'],
	['phoneNumber.startReputationAudit', 'already running, its ID is returned'],
	['phoneNumber.getReputationAudit', 'of the last 24 hours'],
])('%s says “%s”', (name, text) => {
	expect(named(name).operation.description).toContain(text);
});

test.each([
	['message.send@from', 'options.effect', 'drops it from the first message of a new chat'],
	['chat.create', 'options.replyTo', 'drops it from the first message of a new chat'],
	['phoneNumber.getAvailable', 'options.excludeFrom', 'refuses'],
	['phoneNumber.getAvailable', 'options.lineType', 'RCS lines are Android lines'],
	['message.send', 'options.excludeFrom', 'refuses'],
	['message.send', 'clipLink', 'only a Linq checkout link'],
	['message.send', 'messageType', 'one recipient only'],
	['message.send', 'experienceName', 'agentpay'],
	['message.send', 'experienceAction', 'request_payment'],
	['experience.get', 'experience', 'agentpay'],
])('%s: the field %s says “%s”', (name, path, text) => {
	const texts = fieldsOf(named(name))
		.filter((field) => field.path === path || field.path.startsWith(`${path}.`))
		.map(({ property }) => JSON.stringify(property));
	expect(texts.join()).toContain(text);
});
