/** Why a file cannot be read at all, and what to do instead. */
export const fileFaults = {
  tooLarge: 'This file is larger than 10 MB. Save the spreadsheet without pictures and choose it again.',
  notXlsx: 'This is not an .xlsx spreadsheet. Open it in your spreadsheet program and save it as .xlsx.',
  oldXls: 'This is an old .xls spreadsheet. Open it in your spreadsheet program and save it as .xlsx.',
  locked: 'This spreadsheet is protected by a password. Save it without the password and choose it again.',
  macros: 'This spreadsheet holds macros. Save it as .xlsx, which leaves them out, and choose it again.',
  bomb: 'This file would unpack to far more than a school needs, so it was not opened. Copy the sheets into the empty template and choose that.',
  damaged: 'This file is damaged. Save it again in your spreadsheet program and choose it once more.',
  tooManyCells: 'This spreadsheet has more than 500,000 filled cells. Delete what is not part of the set-up.',
  tooMuchText: 'This spreadsheet holds far more text than a set-up needs. Delete what is not part of it.',
  longCell: 'A cell of this spreadsheet holds more than 32,767 characters. Shorten it.',
  nothing: 'There is nothing in this file. Choose another one.',
};

/** Why a folder of .csv files, or one of them, cannot be read. */
export const csvFaults = {
  none: 'This folder holds no .csv file. Choose the folder that holds one for each sheet.',
  tooLarge: 'These files are larger than 10 MB together. Delete what is not part of the set-up.',
  notText: (name: string): string => `${name} is not written in UTF-8. Save it as “CSV UTF-8”.`,
  quotationMark: (name: string, row: number): string =>
    `${name} has a quotation mark out of place in row ${String(row)}. Correct it and choose the file again.`,
};
