/** Why a request for help, or a training session, is refused. */
export const supportRefusals = {
  manyRequests: 'These are many requests for one day. Ring support, or save this one as a file.',
  noAddress: 'Your school names no e-mail address of its support. Save the request as a file.',
};

export const trainingRefusals = {
  timeOver: 'Choose a time that is still to come.',
  manySessions: 'These are too many sessions. Remove one first.',
};
