import { watchRevoked } from '../contexts/revoked';
import { currentUnlocked, setUnlocked } from '../contexts/unlocked';
import { indexRoll } from './roll';

/** Takes the pupils out of this page's memory as soon as the device hears that it was revoked. @returns stops it */
export function letPupilsGoWhenRevoked(): () => void {
  return watchRevoked((revoked) => {
    const unlocked = currentUnlocked();
    if (revoked && unlocked?.roll) setUnlocked({ ...unlocked, roll: null, pupils: indexRoll(null) });
  });
}
