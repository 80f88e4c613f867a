import { ApiError } from '../contract/errors.mts';
import type { Line } from '../state/lines.mts';
import type { World } from '../world.mts';
import { operation, type Operation } from './operation.mts';

/** The length of Linq's pause after an audit is not published; this is the sandbox's. */
const COOLDOWN_MS = 60_000;
/** How long an audit can be read (contract/behaviour.md section 4). */
const KEPT_MS = 24 * 60 * 60_000;

/**
 * `/v3/phone_numbers/{phoneNumber}/reputation_audit`: start one, or join the one that runs; read its
 * report.
 */
export const reputation: Record<string, Operation> = {
	startReputationAudit: operation(({ params }, world) => {
		const line = lineByNumber(world, params.phoneNumber);
		const { audits } = world.state;
		const last = audits.latest(line.phoneNumber);
		if (last?.finishedAt === null) {
			return { status: 202, body: { audit_id: last.id, status: last.status } };
		}
		const wait = last ? last.finishedAt + COOLDOWN_MS - world.now() : 0;
		if (wait > 0) throw new ApiError('1007', undefined, Math.ceil(wait / 1000));
		const audit = audits.start(line.phoneNumber, world.now());
		world.later(() => {
			audit.status = 'complete';
			audit.finishedAt = world.now();
		});
		return { status: 202, body: { audit_id: audit.id, status: audit.status } };
	}),

	getReputationAudit: operation(({ params }, world) => {
		const line = world.state.lines.byNumber(params.phoneNumber ?? '');
		const audit = world.state.audits.byId(params.auditId ?? '');
		if (!line || audit?.line !== line.phoneNumber) throw new ApiError('2001');
		if (world.now() > audit.startedAt + KEPT_MS) throw new ApiError('2001');
		if (audit.finishedAt === null) {
			return { status: 200, body: { audit_id: audit.id, status: audit.status } };
		}
		return {
			status: 200,
			body: {
				audit_id: audit.id,
				status: audit.status,
				phone: line.phoneNumber,
				generated_at: new Date(audit.finishedAt).toISOString(),
				report: report(world, line),
			},
		};
	}),
};

function report(world: World, line: Line): object {
	const flagged = line.reputation !== 'HEALTHY';
	const optedOut = world.state.chats
		.all()
		.filter((chat) => chat.line === line.phoneNumber && !chat.isGroup)
		.filter((chat) => chat.handles.some((entry) => world.state.optOuts.since(entry.handle)));
	return {
		severity: line.reputation,
		...(flagged ? { primary_driver: 'flagged' } : {}),
		drivers: flagged
			? [{ key: 'flagged', metric: line.status, summary: 'The line is flagged.' }]
			: [],
		action_items: flagged
			? [
					{
						priority: 1,
						title: 'Slow down',
						detail: 'Send less until replies return.',
						expected_impact: 'high',
					},
				]
			: [],
		evidence: {
			unhealthy_chats: optedOut.slice(0, 15).map((chat) => ({
				chat_id: chat.id,
				status: 'OPTED_OUT',
				driver_keys: ['opt_out_handling'],
			})),
			opt_out_chats: optedOut.map((chat) => ({ chat_id: chat.id, messages_after_stop: 0 })),
		},
		summary_markdown: flagged ? '**Flagged**: slow down.' : '**Healthy**: nothing to do.',
	};
}

/** @throws ApiError 404/2019 */
function lineByNumber(world: World, phoneNumber: string | undefined): Line {
	const line = world.state.lines.byNumber(phoneNumber ?? '');
	if (!line) throw new ApiError('2019');
	return line;
}
