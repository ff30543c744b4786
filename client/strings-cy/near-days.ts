import type * as english from '../strings/near-days';

export const nearDays = {
  today: (time) => `heddiw, ${time}`,
  yesterday: (time) => `ddoe, ${time}`,
} satisfies typeof english.nearDays;
