import { readDevice } from '../../../offline/vault/device';
import { listPeopleRows } from '../../../offline/vault/people';
import type { Session } from '../../../protocol/accounts';
import { deviceCalls } from '../../data/device-calls';
import { pageTools, deliverNow } from '../../sealing/keep-delivering';
import { enrolDeviceHere } from '../../unlock/enrol-device';
import { joinPerson } from '../../unlock/join-person';
import { peopleHere } from '../../unlock/unlocked';
import { enrolStep, type EnrolStep, type TypedEnrolment } from './enrol-step';
import { askToKeepStorage } from './keep-storage';
import { forgetDeclined } from './not-here';

/** What this browser still needs for the logged-in person. */
export async function readEnrolStep(staffId: string): Promise<EnrolStep> {
  const device = await readDevice();
  const people = device ? await peopleHere(await listPeopleRows()) : null;
  // A place by a slip is none by log-in: whoever may log in now joins anew.
  const joined = people?.filter(({ slip }) => !slip).map((person) => person.staffId);
  return enrolStep(joined ?? null, staffId);
}

/**
 * Enrols the device where it is none yet (bundle, board), joins the person (roll), and asks the browser to keep it
 * all. The person is unlocked afterwards, and what was refused for want of a known device is sent.
 * @throws what the calls throw, BundleNotProved, CannotJoin; a second try goes on where the first one stopped
 */
export async function setUpHere(session: Session, step: EnrolStep, typed: TypedEnrolment): Promise<void> {
  const { fetch } = pageTools();
  if (step === 'new-device') {
    await enrolDeviceHere(
      deviceCalls,
      { name: typed.name.trim(), shared: typed.shared === 'yes' },
      { fetch },
    );
  }
  const { staffId, name, shortName, initials } = session;
  await joinPerson(deviceCalls, { staffId, name, shortName, initials }, typed.pin);
  forgetDeclined(staffId);
  // Firefox asks the person, and does not answer before they do: nothing here waits for that.
  void askToKeepStorage();
  void deliverNow();
}
