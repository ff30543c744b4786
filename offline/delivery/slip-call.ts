import type { BodyOf, ReplyOf } from '../../protocol/endpoint';
import { problemSchema, type Problem } from '../../protocol/problems';
import { useSlip } from '../../protocol/slips';
import { noteRevoked } from '../vault/revocation';
import type { DeviceRow } from '../vault/rows';
import type { DeliveryTools } from './post';
import { postSigned } from './signed-post';

/** Thrown when a slip gave nothing. */
export class SlipFailed extends Error {
  override name = 'SlipFailed';
  /** What the school said; null where it did not answer at all, or something else did. */
  readonly problem: Problem | null;

  constructor(problem: Problem | null) {
    super(problem?.code ?? 'no answer');
    this.problem = problem;
  }
}

/**
 * Exchanges a slip's code for a place on this device, as the device itself: there is no session before or after it.
 * @throws SlipFailed
 */
export async function useSlipAs(
  device: DeviceRow,
  asked: BodyOf<typeof useSlip>,
  tools: Pick<DeliveryTools, 'fetch'>,
): Promise<ReplyOf<typeof useSlip>> {
  const answer = await postSigned(device, useSlip.path, asked, tools).catch(() => null);
  const said: unknown = answer && (await answer.json().catch(() => null));
  if (!answer?.ok) {
    const problem = await problemSchema['~standard'].validate(said);
    if (problem.issues) throw new SlipFailed(null);
    if (problem.value.code === 'device-revoked') await noteRevoked(device, true);
    throw new SlipFailed(problem.value);
  }
  const reply = await useSlip.reply['~standard'].validate(said);
  if (reply.issues) throw new SlipFailed(null);
  return reply.value;
}
