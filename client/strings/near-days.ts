/** Days that have a name. */
export const nearDays = {
  today: (time: string): string => `today, ${time}`,
  yesterday: (time: string): string => `yesterday, ${time}`,
};
