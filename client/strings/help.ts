/** The help page: what people ask first, in plain words. */
export const help = {
  title: 'Help',
  ask: 'Somebody to ask',
  askWhom: (support: string): string => `The person who runs Heed at your school: ${support}`,
  askNobody: 'Ask the person who runs Heed at your school.',
  topics: [
    {
      title: 'A child is in danger now',
      text: ['Find a safeguarding lead or call 999 first. Write in Heed after.'],
    },
    {
      title: 'Recording a concern',
      text: [
        'Press “Record a concern”. Write what you saw or heard, in your own words. Spelling does not matter.',
        'Heed keeps a draft while you write. It is sent only when you press Send.',
        'No network? Press Send all the same. It waits, locked, and is sent when there is Wi-Fi. Until it says “Received”, nobody has been told: tell a safeguarding lead in person.',
      ],
    },
    {
      title: 'Logging in for the first time',
      text: [
        'Open the log-in page and follow “Forgotten your password or using Heed for the first time?”. Type your school e-mail address. A mail with a link arrives; the link works for 60 minutes.',
      ],
    },
    {
      title: 'Your security key',
      text: [
        'Leads and administrators need a second key: six digits that your phone shows. Go to Account Settings, Security Keys, Add new device, and scan the QR code with an authenticator app.',
        'A code is not taken? Wait for the next one, and let your phone set its clock by itself.',
        'Phone lost? Use one of your ten recovery codes, then remove the phone from your devices.',
      ],
    },
    {
      title: 'PIN, Lock and Cover',
      text: [
        'On a shared tablet your drafts open with your PIN. Lock keeps them and lets the next person in. Cover hides the screen at once; tap to come back.',
        'PIN forgotten? Choose your name, then “Forgotten PIN”. Your password lets you choose a new one; your drafts stay.',
      ],
    },
    {
      title: 'Reading alerts',
      text: [
        'A notification never names a child. Open Heed, press “Elevate Your Access”, type the six digits, then read.',
        'Full access ends after 10 minutes without work and after 60 minutes at most.',
      ],
    },
  ],
} as const;
