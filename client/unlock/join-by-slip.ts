import { useSlipAs } from '../../offline/delivery/slip-call';
import { readDevice } from '../../offline/vault/device';
import { keepBoard } from './board';
import { CannotJoin, keepPlace, leaveEarlierPlaces, newPlace, type NewPlace } from './join-person';
import { wrapWithPin } from './pin-wrap';
import { chooseDerivation } from './stretch';
import type { Unlocked } from './unlocked';

/**
 * One person's tries with a slip. The keys are made once: the school answers the same keys again, where the first
 * answer was lost on its way.
 */
export class SlipTries {
  #place: NewPlace | null = null;

  /**
   * Exchanges the code for a place on this device, under this PIN. No session comes of it; the person is unlocked.
   * @param pin check it with `checkNewPin` first
   * @throws CannotJoin, CannotStretch, SlipFailed; nothing is kept then
   */
  async join(code: string, pin: string, tools: { fetch: typeof fetch }): Promise<Unlocked> {
    const device = await readDevice();
    if (!device) throw new CannotJoin('no-device');
    const place = (this.#place ??= await newPlace(device));
    const pinWrap = await wrapWithPin(place.unlockKey, pin, device.pepper, await chooseDerivation());
    const { authorKeyId, person, board, roll } = await useSlipAs(device, { code, ...place.asked }, tools);
    const unlocked = await keepPlace(
      device,
      { ...person, authorKeyId, slip: true },
      { ...place, pinWrap, roll },
    );
    await keepBoard(board);
    await leaveEarlierPlaces(device, unlocked.person);
    return unlocked;
  }
}
