/**
 * Names that are also English words. One of them counts as a name only with a capital letter: otherwise every "she will"
 * would be a pupil.
 */
const words = `
  ace amber angel april archer ash august autumn baker ball banks barber basil bell berry best bill birch bird bishop black
  blade blue bond booth bow bridge bright brook brown bush butler carpenter carter case cash chance chase cherry christian
  church clay cliff cloud cook coral crisp cross daisy dale dawn day dean dear destiny diamond drew drum duke early earl ease
  eden elder ever faith fall farmer fern field fisher flint flower ford forest fox frank frost gale gardener gene ginger glass
  glen glory gold good grace grant gray green grey hall hand harmony harper hay hazel heath heather heaven henna hill holly
  home honey hood hope hunt hunter iris ivory ivy jade jasmine jay jet jewel job joy june justice kelly king knight lake lamb
  lane lark laurel law lily little lock long love low luck march mark marsh mason may melody mercy mill miller misty moor moon
  moss nice noble north ocean olive opal page paige parish park parker patience peace pearl penny pepper piper pike pole pond
  pool poppy porter potter precious price prince princess queen rain raven ray read reed rich river rob robin rock rose royal
  ruby rush rust sage sand sandy savage say self serene sharp shepherd short silver singer skip sky skye small smart smith snow
  sparrow spring star steel stone storm story strong sue summer sun sunny sweet swift taylor teal temple thorn tiger trinity
  true turner vale van victor violet virtue walker wall ward wards waters way weaver webb wells west wheat white wild will
  willow winter wise wolf wood woods worth wren young
`;

const known = new Set(words.split(/\s+/).filter((word) => word !== ''));

/** @param folded without capitals and accents */
export function isEnglishWord(folded: string): boolean {
  return known.has(folded);
}
