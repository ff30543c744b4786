/** Where a provider sends the person back to; below the school's own origin. */
export const RETURN_PATH = '/sign-in/return';
