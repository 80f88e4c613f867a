/** Features that must work in each version of n8n, and the tests that show it, by path. */
export const mainPath: ReadonlyArray<readonly [what: string, test: string]> = [
	['The package installs and loads', 'tests/package/load.test.mts'],
	['Test of the credential', 'tests/e2e/credential.test.mts'],
	['Errors in plain words', 'tests/e2e/badInput.test.mts'],
	['Sending to a list, once each, though n8n retries or is killed', 'tests/e2e/sendPath.test.mts'],
	['Linq Trigger registers, follows and removes itself', 'tests/e2e/triggerLifecycle.test.mts'],
	['Testing the trigger in the editor', 'tests/e2e/triggerTest.test.mts'],
	['Deliveries are verified and start one execution each', 'tests/e2e/triggerDeliveries.test.mts'],
	['The auto-reply example', 'tests/e2e/autoReply.test.mts'],
	['Send and Wait for Response', 'tests/e2e/sendAndWait.test.mts'],
	['Files that people send', 'tests/e2e/receivedFiles.test.mts'],
];
