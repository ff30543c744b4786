/**
 * Names that are also English words. One of them counts as a name only with a capital letter: otherwise every "she will"
 * would be a pupil.
 */
const words = `
  ace amber an angel any april archer art ash august autumn baker ball banks barber basil bell berry best bill bin
  birch bird bishop black blade blue bond booth bow bridge bright brook brown bush butler can carpenter carter case
  cash chance chase cherry christian church clay cliff cloud cook coral crisp cross daisy dale dawn day dean dear
  destiny diamond do drew drum duke earl early ease eden elder else ever faith fall fan farmer fern field fisher flint
  flower ford forest fox frank frost gale gang gardener gene ginger glass glen glory gold good grace grant gray green
  grey guy hall hand hang harmony harper has hay hazel he heath heather heaven henna her hill holly home honey hood
  hope hung hunt hunter in iris ivory ivy jade jasmine jay jet jewel job joy june justice kelly king knight lake lamb
  lane lark laurel law lily little lock long love low luck man march mark marsh mason may melody mercy mill miller
  mine misty moon moor more moss most my nice no noble north ocean olive on opal page paige pan parish park parker
  patience peace pearl penny pepper per pike piper pole pond pool poppy porter potter precious price prince princess
  queen rain raven ray read reed rich river rob robin rock rose royal ruby rush rust sage sand sandy sang savage say
  see self serene sharp shepherd short silver singer skip sky skye small smart smith snow so song sparrow spring star
  steel stone storm story strong sue summer sun sunny sweet swift tan taylor teal temple thorn tiger tin to trinity
  true turner vale van victor violet virtue walker wall ward wards waters way weaver webb wells west wheat white wild
  will willow winter wise wolf wood woods worth wren you young
`;

const known = new Set(words.split(/\s+/).filter((word) => word !== ''));

/** @param folded without capitals and accents */
export function isEnglishWord(folded: string): boolean {
  return known.has(folded);
}
