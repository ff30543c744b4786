import { practice } from './practice';

/** One question of the help page. */
export interface HelpTopic {
  /** for links to it: /help#codes */
  id: string;
  title: string;
  text: readonly string[];
  /** where it can be tried at once */
  link?: { href: string; text: string };
}

/** What people ask first, in plain words. People who move from CPOMS look for "incident": it stands where they look. */
const topics: readonly HelpTopic[] = [
  {
    id: 'record',
    title: 'Record a concern (CPOMS: “Add Incident”)',
    text: [
      'Press “Record a concern”. Write what you saw or heard, in your own words. Spelling does not matter.',
      'Heed keeps a draft while you write. Nobody reads it. It goes only when you press Send.',
      'Is a child in danger now? Find a safeguarding lead or call 999 first. Write in Heed after.',
    ],
    link: { href: '/record/practice', text: practice.tryIt },
  },
  {
    id: 'offline',
    title: 'No network',
    text: [
      'Record and press Send all the same. The record is locked at once, so that nobody can open it on the device, and it goes by itself when there is Wi-Fi.',
      'Until it says “Received”, nobody has been told. If it cannot wait, tell a safeguarding lead in person.',
      '“Your records” shows how far each one is: waiting, received, alerted, opened.',
    ],
  },
  {
    id: 'password',
    title: 'First time here, or password forgotten',
    text: [
      'On the log-in page choose “Forgotten your password or using Heed for the first time?” and type your school e-mail address. The link in the mail works for 60 minutes.',
      'No mail after 5 minutes? Look in the junk folder, then ask as it says under “Who to ask”.',
    ],
  },
  {
    id: 'pin',
    title: 'PIN forgotten, Lock and Cover',
    text: [
      'On a shared tablet your PIN opens your drafts. Forgotten? Tap your name, then “Forgotten PIN”: your password lets you choose a new one, and your drafts stay.',
      'Lock lets the next person in and loses nothing. Cover hides the screen at once.',
      'No PIN at all? “Record without unlocking” always works.',
    ],
  },
  {
    id: 'codes',
    title: 'Security keys and codes',
    text: [
      'Reading records needs a second key: six digits that your phone shows. Account Settings, Security Keys, “Add new device”, then scan the QR code with an authenticator app.',
      'To read, press “Elevate Your Access” and type the six digits. Full access ends after 10 minutes without work and after 60 minutes at most; what you wrote is kept.',
      'A code is not taken? Wait for the next one, and let your phone set its clock by itself. Phone lost? Use one of your ten recovery codes, then remove that phone from your devices.',
    ],
  },
];

export const help = {
  title: 'Help',
  topics,
  promises: 'What Heed can promise, and what it cannot',
  can: 'It can',
  canDo: [
    'Keep what you write when the network, the battery or the browser fails.',
    'Lock a record on the device as soon as you press Send: not even you can open it there.',
    'Say only what has happened. “Received” and “Opened” come from the school, never from a guess.',
  ],
  cannot: 'It cannot',
  cannotDo: [
    'Hide concerns from the school’s own server: it can read them, and so can whoever runs it.',
    'Bring back a record that was never delivered. If the device is lost or wiped first, it is gone with it.',
    'Stand in for a person. When a child is in danger, speak to somebody.',
  ],
  ask: 'Who to ask',
  askLead: 'About a child: a safeguarding lead at your school. Their names stand on your dashboard.',
  askWhom: 'About Heed, the people who look after it for your school:',
  askNobody: 'About Heed: the person who looks after it at your school.',
} as const;
