export const logIn = {
  title: 'Log in',
  email: 'School e-mail address',
  password: 'Password',
  show: 'Show',
  hide: 'Hide',
  thePassword: 'the password',
  button: 'Log in',
  firstTime: 'Forgotten your password or using Heed for the first time?',
  wrong: 'The e-mail address or the password is not right.',
  slow: (wait: string): string => `Too many tries. Try again in ${wait}.`,
  offline: 'Logging in needs a connection. You can record without unlocking.',
  notSetUp: 'No school is set up here yet. Open the set-up link that the server printed when it started.',
  errors: { email: 'Write your school e-mail address', password: 'Write your password' },
};

export const reset = {
  title: 'Reset Password',
  hint: 'We send a link to your school e-mail address.',
  button: 'Reset Password',
  /** The same for known and unknown addresses (product.md, section 2). */
  answer: 'If this address is on your school’s list, a mail is on its way.',
  nothingYet:
    'Nothing in 5 minutes? Look in the junk folder, then ask the person who runs Heed at your school.',
  back: 'Back to log in',
  noMail: 'This server has no mail server. The person who runs it finds the link in its mail folder.',
};

export const welcome = {
  title: 'Choose a password',
  forWhom: (email: string): string => `For ${email}`,
  hint: '8 characters or more; 15 are better. Three random words are easy to remember. You can paste.',
  button: 'Save password',
  saved: 'Your password is saved. Log in with it.',
  expired: 'This link is no longer valid. Ask for a new one.',
  newLink: 'Send a new link',
  checking: 'Checking the link',
  logIn: 'Log in',
  strength: ['Too short', 'Weak', 'Fair', 'Good', 'Strong'],
  errors: {
    short: 'Choose at least 8 characters',
    common: 'This password is on lists of stolen passwords. Choose another',
    differ: 'The two passwords are not the same',
  },
};
