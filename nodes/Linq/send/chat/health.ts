import type { Item } from '../item';
import type { Outcome } from '../notSent';
import { NotSent } from '../notSent';
import { optionOf } from '../option';
import { carriedHealth } from './carried';
import { findChat } from './findChat';

/** Our outcome for each health status of a chat, with Linq's advice. Linq itself refuses OPTED_OUT. */
const AT_RISK: Record<string, { outcome: Outcome; reason: string }> = {
	AT_RISK: {
		outcome: 'at_risk',
		reason: 'The chat is at risk: Linq advises to write less until the person answers',
	},
	CRITICAL: {
		outcome: 'critical',
		reason: 'The chat is critical: Linq advises to stop writing until the person answers',
	},
};

/**
 * Holds back what goes to a chat that is at risk, where the user wants that: "If the Chat Is at
 * Risk".
 *
 * @throws NotSent with `health_status`; what findChat() throws
 */
export async function checkHealth(item: Item): Promise<void> {
	const wanted = optionOf(item.context, 'ifAtRisk');
	if (wanted !== 'output' && wanted !== 'outputCritical') return;
	const health = carriedHealth(item) ?? (await findChat(item))?.health ?? '';
	const risk = AT_RISK[health];
	if (!risk || (wanted === 'outputCritical' && risk.outcome !== 'critical')) return;
	throw new NotSent(risk.outcome, risk.reason, { health_status: health });
}
