export const emblem = {
  title: 'Emblem',
  hint: 'A picture of the school on its log-in page: PNG, JPEG or WebP. Large ones are made smaller.',
  none: 'There is none yet.',
  choose: 'Choose a picture',
  another: 'Choose another picture',
  remove: 'Take it off',
  set: 'The emblem is on the log-in page.',
  removed: 'The emblem is off the log-in page.',
  noPicture: 'This file is no picture that Heed can use. Choose a PNG, JPEG or WebP picture.',
};
