import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { timeStamp } from '../../../server/clock';
import { never } from '../../../server/messages/outcome';
import { saveSubscription } from '../../../server/messages/subscription-store';
import { openHouse } from '../house';
import { newPhone } from '../messages/a-school';
import { elevatedLead } from '../security-keys/phone';
import { aConcern, Tablet } from '../tablet';

test('a lead whose phone gave its notifications up is shown with a push that failed and an e-mail that was sent', async () => {
  const house = await openHouse({ push: { send: async () => never('gone') } });
  const { browser: lead } = await elevatedLead(house, 'nadia.shah@oakfield.example');
  const { session } = await lead.must('readSession');
  const { sessions } = await lead.must('listSessions');
  const holder = {
    schoolId: house.schoolId,
    staffId: session!.staffId,
    sessionId: sessions[0]!.id,
    at: timeStamp(house.ground.clock),
  };
  const { given } = newPhone('https://push.oakfield.example/phone');
  await house.ground.database.write((trx) =>
    saveSubscription(trx, house.ground.keys, randomUUID(), holder, given),
  );
  const tablet = await Tablet.enrol(await house.loggedIn('jo.price@oakfield.example'));
  const pupilId = (await tablet.visitor.must('readRoll')).pupils[0]!.id;
  await tablet.deliver((await tablet.seal(aConcern({ pupilId }))).bytes);
  await house.settled();

  const { rows } = await lead.must('listInbox');
  const { recipients } = await lead.must('readConcern', { params: { id: rows[0]!.concernId } });
  const [nadia] = recipients;
  expect(nadia!.delivered).toHaveLength(3);
  expect(nadia!.delivered).toEqual(
    expect.arrayContaining([
      { channel: 'inbox', state: 'sent', at: nadia!.alertedAt },
      { channel: 'push', state: 'failed', at: null },
      { channel: 'email', state: 'sent', at: expect.any(String) as string },
    ]),
  );
});
