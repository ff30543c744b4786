/**
 * Words by which people say who somebody is without a name: how a child looks, what an adult is to them. With a capital
 * or without they are nobody’s name.
 */
const words = `
  a about after age aged all also alone an and another approx around as asian at aunt auntie baby back backpack bag bald
  beard beside big black blond blonde blue boots both boy boys braces braids brother brown brunette bus but by cap care
  carer caucasian chair child children childminder class classmate club coach coat college contact cornrows council
  cousin curly dad daddy daughter dark day don dr driver duty ears eal emergency estranged ex eyes face fair family father
  female first former foster four freckles friend friends from gate ginger girl girls glasses gran grandad granddad
  grandfather grandma grandmother grandparent grandparents granny green grey guardian guest hair haired half has he
  head heavy height her him his home hood hoodie hospital house i in infant infants is it jacket jeans jumper junior
  juniors key kid kids ks1 ks2 ks3 ks4 lad lady landline large last left light little local long male man maybe medium
  middle miss mobile monday mother mr mrs ms mum mx mummy mums my nan nanny nana neighbour neighbor nephew new next niece nil no nobody
  none not number nursery nurse of off office old older oldest on one or orange other our out over park parent parents
  partner pe person phone pink playground plaits police ponytail possibly primary probably pupil pupils purple quiet
  reception red right road saturday scarf school secondary second see seen sen send service services seven she shirt
  shoes shop short siblings sibling side sir sister sisters six sixth skinny skirt slim small social some somebody someone
  somewhere son spectacles step stepbrother stepdad stepfather stepmother stepmum stepsister stocky street student
  students sunday supply support surname swimming ta tall teacher team teenager teenagers ten that the their them then
  they thin third this three thursday to toddler tomorrow tracksuit trainers trousers tuesday twin twins two unclear
  uncle under uniform unknown unnamed unsure visiting visitor walking was wavy wearing wednesday week were wheelchair
  when where white who whose wife husband with without woman work worker works yard year years yellow yesterday young
  younger youngest youth
`;

const known = new Set(words.split(/\s+/).filter((word) => word !== ''));

/** @param folded without capitals and accents */
export function isOrdinary(folded: string): boolean {
  return known.has(folded) || folded.length === 1 || /\d/.test(folded);
}
