import { isCommonWord } from "@/lib/comments/common-word.rules";
import {
  capitalisedNonNames,
  endingsOfPlaces,
  placesOfSeveralParts,
  publicNames,
  relationshipPatterns,
} from "@/lib/comments/name-and-job-lists";
import { ambiguousGivenNames, ambiguousSurnames, givenNames, nameSyllables, surnames } from "@/lib/comments/name-lists";

// Finds people's names by what a word is known to be, by its form, and by the words around it. A name of somebody public,
// of a place or of a shop is left alone.

const asSet = (list: string) => new Set(list.split(" "));
const [given, family, ambiguousGiven, ambiguousFamily, syllables] = [
  givenNames,
  surnames,
  ambiguousGivenNames,
  ambiguousSurnames,
  nameSyllables,
].map(asSet) as [Set<string>, Set<string>, Set<string>, Set<string>, Set<string>];
const [placeEndings, nonNames, publicPeople, severalPartPlaces] = [
  endingsOfPlaces,
  capitalisedNonNames,
  publicNames,
  placesOfSeveralParts,
].map((list) => new Set(list.split("|"))) as [Set<string>, Set<string>, Set<string>, Set<string>];

/** Surnames by which somebody public is known, unless many people have them. */
const publicSurnames = new Set(
  [...publicPeople]
    .map((name) => name.split(" ").at(-1) ?? "")
    .filter((name) => !family.has(name) && !ambiguousFamily.has(name) && !given.has(name) && !syllables.has(name)),
);

/** The form of names: by tradition, endings and beginnings that no English word in capitals shares. */
const nameForms = [
  /(?:ows|ews|ins|yns)k[iay]$|.{3}(?:owicz|ewicz|czyk|czak|czuk|enko|chuk|ovic|ovich|evic|ovski|evski)$/, // Slavic
  /.{3}(?:escu|eanu)$/, // Romanian
  /.{3}(?:opoulos|opoulou|oglou|oglu|idis|iadis|akis)$|^(?:hadji|papad|papag|papan)/, // Greek, Turkish
  /^(?:gur|har|jas|jat|jag|man|bal|balw|sukh|par|amar|aman|kul|ran|lakh|sim|nav|mohn|tej|kamal|dal|inder|rup|raj|sat|sar|rav|nar|bhup|dil|dav|karam|kir|mal|prabh|arsh|avn|char|tar|sur)[a-z]{0,4}(?:jit|deep|preet|prit|inder|bir|want|meet|leen|jot|jeet)$/, // Punjabi
  /^.{3,}(?:rajah|lingam|eswaran|moorthy|murthy|kumar|kumaran|sekaran|samy|swamy|pillai|ratnam|(?:bala|kula|raja|ratna|thana|jeya|chandra|yoga)singham|nayagam|thurai|durai|ananthan|palan|theepan|lakshmi|laxmi|vathy|vathi|eswary|eswari|subramaniam)$/, // Tamil
  /^(?:abd(?:el|ul|al|ur|ou|i)|cabdi)[a-z]{3,}$|.{3}(?:ullah|uddin|eddine?)$|^(?:al|el)-[a-z]{3,}/, // Arabic, Somali, Bengali
  /^(?:oluwa[a-z]*|olu[bdfgjkmnprstvwy][a-z]{2,}|ola[bdfnjoprstwy][a-z]{3,}|ade[bdfgjklmnorstwy][aeiou][a-z]{2,}|ogun[bdfjlmnrstwy][a-z]{2,}|omo[bdlrstwy][a-z]{2,}|akin[bdfjklnrstwy][a-z]{2,}|oye[bdlnrtw][a-z]{2,})$/, // Yoruba
  /^(?:chukwu[a-z]*|chi(?:ama|ebu|ejo|jio|mam|mao|naz|non|nedu|nel|neny|nwe|nye|som|zob|gozi|dim|die|buz|bui|bue|kez)[a-z]*|nwa[cnkbfgo][a-z]+|nnae?[a-z]{3,}|nne[kn]a|oke[ckz][a-z]+|onye[a-z]+|onwu[a-z]+|ugoc[a-z]+|uchec[a-z]+|ogech[a-z]+|obi(?:a|o|n)[a-z]+|ife[ao][a-z]+|ike[cn][a-z]+|amara[a-z]+|eze[akmnw][a-z]+|nkech[a-z]+|nkem[a-z]*|ngoz[a-z]+)$/, // Igbo
  /.{3}(?:guez|andez|endez|ierrez)$/, // Spanish
];
const formOfIrishOrScottish = /^(?:O['’]|Ma?c)\p{Lu}\p{Ll}{3,}$/u;

type Strength = "certain" | "ambiguous" | "syllable" | "none";
type Token = {
  start: number;
  end: number;
  folded: string;
  asGiven: Strength;
  asSurname: Strength;
};

/** Lower case, without accents, apostrophes and a genitive: "O’Brien’s" is "obrien", "Wiśniewski" is "wisniewski". */
export const foldName = (text: string): string =>
  text
    .replace(/['’]s$/, "")
    .replace(/[łŁ]/g, "l")
    .replace(/[øØ]/g, "o")
    .replace(/[đĐ]/g, "d")
    .replace(/ı/g, "i")
    .normalize("NFD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase();

function readToken(text: string, start: number): Token {
  const folded = foldName(text);
  const end = start + text.replace(/['’]s$/, "").length;
  const parts = folded.split("-");
  const has = (set: Set<string>) => set.has(folded) || parts.some((part) => set.has(part));
  const hasForm = formOfIrishOrScottish.test(text) || nameForms.some((form) => form.test(folded));
  const isOther = nonNames.has(folded) || placeEndings.has(folded);
  if (isOther) return { start, end, folded, asGiven: "none", asSurname: "none" };
  const strength = (certain: Set<string>, ambiguous: Set<string>): Strength =>
    has(certain) || hasForm ? "certain" : has(ambiguous) ? "ambiguous" : has(syllables) ? "syllable" : "none";
  return { start, end, folded, asGiven: strength(given, ambiguousGiven), asSurname: strength(family, ambiguousFamily) };
}

const capitalised =
  /(?<![\p{L}\p{N}@])(?:\p{Lu}['’]\p{Lu}|\p{Lu})[\p{Ll}\p{M}]+(?:['’]?\p{Lu}[\p{Ll}\p{M}]+)*(?:-\p{Lu}[\p{Ll}\p{M}]+|-\p{Ll}+)*(?:['’]s(?!\p{L}))?/gu;
const joint = /^(?: | (?:de|da|do|dos|das|del|della|di|van|von|der|van der|bin|bint|ibn|al|el|ap|ab|ferch|ul|ur) |-)$/;

/** Words in capitals that follow one another, as runs. */
function findRuns(text: string): Token[][] {
  const runs: Token[][] = [];
  capitalised.lastIndex = 0;
  for (let match = capitalised.exec(text); match; match = capitalised.exec(text)) {
    const token = readToken(match[0], match.index);
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && joint.test(text.slice(last.end, token.start))) run.push(token);
    else runs.push([token]);
  }
  return runs;
}

const personalTitles = asSet("mr mrs ms miss mx dr prof professor cllr councillor");
const publicTitles = asSet(
  "mayor lord lady baroness baron dame sir king queen prince princess duke duchess saint st pope captain chancellor president minister",
);
const directions = asSet("great little upper lower north south east west new old isle");
const publicTitle =
  /\b(?:[Mm]ayor|MP|MEP|[Mm]inister|[Cc]hancellor|[Ss]ecretary of [Ss]tate|[Pp]resident|[Cc]aptain|Lord|Lady|Baroness|Baron|Dame|Sir|King|Queen|Prince|Princess|Duke|Duchess|Pope|Saint|St|Ss|Chief Secretary|Commissioner|General Secretary|statue of|named after|memory of|lord|sir),? $/;
const placeBefore =
  /\b(?:[Ll]ake|[Pp]ort|[Ff]ort|[Mm]ount|[Gg]reat|[Ll]ittle|[Uu]pper|[Ll]ower|[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|[Nn]ew|[Oo]ld|HMS|HMP|RAF|RMS|The|the) $/;
const publicAfter =
  /^(?:['’]s)?,? (?:MP|MEP|MBE|OBE|CBE|QC|KC|and Co|and Company|and Sons|and Son|& |plc|PLC|Ltd|Limited|Inc)\b/;

const people = relationshipPatterns;
const places =
  "the|our|my|this|that|days|nights|earlies|lates|dispatch|despatch|stores|payroll|HR|accounts|reception|maintenance|security|transport|wages|goods|personnel|finance|IT|catering|cleaning|packing|picking|head office|upstairs|downstairs|work";
const beforePerson = new RegExp(
  String.raw`(?:\b(?:[Mm]e and|[Aa]sk(?:ed|ing)?(?: for)?|told|tell(?:ing)?|thanks to|[Tt]hanks,?|[Tt]hank you,?|[Cc]heers,?|[Rr]egards,?|[Yy]ours,?|[Ss]igned,?|[Hh]i,?|[Hh]ello,?|[Dd]ear|called|named|name is|name['’]?s|(?:[Ss]poke|[Ss]peak|[Ss]peaking|[Tt]alk|[Tt]alked|[Tt]alking|[Ll]isten|[Cc]omplained|[Rr]eport|[Ww]rote|[Ww]rite|[Aa]ccording) to|(?:[Tt]ext|[Pp]hone|[Rr]ing|[Ss]ee)(?:ed|ing)?|(?:work(?:s|ed|ing)?|share[sd]?|shift|live|lives|married|sat|check) with|[Cc]alls? me|call(?:s|ed)? (?:him|her|them)|know(?:n|s)? (?:me )?as|instead of|covered for|covering for|filled in for|likes of|poor|owned by|run by|led by|signed by|chaired by|taught by|trained by|managed by|(?:sent|sacked|moved|suspended|promoted|disciplined|docked|dismissed)|[Uu]ncle|[Aa]untie?|[Bb]ig|[Ww]ee|[Ll]ittle)|\b(?:${people})(?: in law|-in-law)?,?(?: is| was| called| named| is called)?) $`,
);
const afterPerson = new RegExp(
  String.raw`^(?:,? (?:who|which of us)\b|,? (?:and|or) (?:me|I|myself)\b|,? (?:told|asked|warned|promised|texted|rang|phoned|emailed|shouted|says|said|reckons|thinks|knows|swears|never|always|retired|resigned|quit|left|sacked|fainted|cried|complained|died|started|trained|taught|went (?:off|sick|home|on (?:the )?sick)|(?:phoned|called|rang) in|(?:handed|put) in (?:his|her|their)|(?:took|takes|had|lost|broke|hurt) (?:his|her)|covers|signs|signed|cleans|drives|cooks|runs the|does the|did the|works|worked|job ?shares|got (?:sacked|the sack|moved|sent|a warning|hurt|injured|sick)|(?:is|was|has been|had been|gets|got) (?:sacked|moved|sent|told|off|ill|sick|hurt|injured|promoted|suspended|dismissed|made redundant|taken on|my|our|his|her|their|the (?:manager|boss|rep|supervisor|steward))|has (?:been|had|worked|done|never|always)|had (?:been|to|a)|(?:here|again|writing)[,.]|(?:from|in|on|at|off) (?:${places})\b)|['’]s (?:husband|wife|mum|dad|son|daughter|kids|hours|shifts?|rota|van|desk|contract|job|back|hands?|pay|team|locker|round|station)\b)`,
);
/** The same for a word that is in no list: used of people only, never of firms or places. */
const afterUnknownPerson =
  /^(?:,? (?:and|or) (?:me|myself)\b|,? (?:went|goes|has gone) (?:off|sick|home|on (?:the )?sick|part[- ]time|on maternity)\b|,? (?:phoned|called|rang) in\b|,? (?:handed|put) in (?:his|her|their)\b|,? has (?:his|her) \b|,? (?:took|takes|had|lost|broke|hurt) (?:his|her)\b|,? (?:told|texted|rang|phoned|shouted at|swore at) (?:me|us)\b|,? who (?:runs|does|drives|cleans|cooks|works|sits|sat|is my|is our|was my)\b|,? (?:fainted|cried|retired|resigned|phoned in sick)\b|,? (?:is|was|got|has been) (?:sacked|sent home|suspended|promoted|off sick|hurt|injured|my|our)\b|(?:from|in|on|at) (?:dispatch|despatch|stores|payroll|HR|accounts|reception|wages|nights|days|earlies|lates)\b|['’]s (?:husband|wife|mum|dad|son|daughter|kids|hours|locker)\b)/;
/** "It was X who", and "me, X and two others". */
const itWas = /\b(?:[Ii]t|[Tt]hat) (?:was|is|were)(?: only| just| always)? $|\b[Ii]t['’]s $/;
const whoDid = /^,? who\b/;
/** What only a person is or does, up to the end of the sentence. */
const ofOnePerson =
  /^(?:[^.!?\n\p{Lu}]{0,40}\b(?:on (?:his|her) own|by (?:himself|herself)|himself|herself)\b|,? (?:he|she)\b|(?: (?:is|was))?(?: not|n['’]t) (?:here|there|in|around|about)\b|(?: (?:is|was)) (?:off|away|sick|ill|on (?:leave|holiday|nights|days|earlies|lates))\b|,? (?:his|her) (?:mum|dad|wife|husband|partner|kids|son|daughter|brother|sister)\b)/u;
const introduced = /\b(?:[Tt]his is|[Ii]t['’]s|[Hh]ere is) $/;
const introducedAs = /^,? (?:here|again|from|on|and I|off)\b/;
/** "The student from Leeds has gone home": of one word that is in no list, what follows is about somebody else. */
const beforePlaceOrThing = /\b(?:[Ff]rom|[Ii]n|[Aa]t|[Nn]ear|[Oo]f|[Tt]o|[Tt]he) $/;
const listBefore = /\b(?:[Mm]e|[Mm]yself|[Uu]s|[Hh]im|[Hh]er),? (?:and )?$/;
const listAfter =
  /^,? (?:and|&) (?:me|I|myself|him|her|(?:a few|one|two|three|four|five|six|the|some) (?:more|others?|lads?|girls?))\b/;
const endsSentenceOrText = /^(?:[.,!?]|\s*$|\n)/;
const signatureBefore =
  /(?:^|\n|[.!?] )(?:[Ss]igned|[Rr]egards|[Yy]ours|[Cc]heers|[Tt]hanks|[Bb]est|[Ll]ove|[Ss]ent from the phone of),? $/;
const titleBefore =
  /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Councillor|Sister|Nurse|Matron|Herr|Señora?|Pan[ia]?|Imam|Pastor|Reverend|Rev|Fr|Father)\.? $/;
const selfBefore = /\b(?:[Mm]y name['’]?s?(?: is)?|[Ii] am|I['’]m|[Ii]t['’]s|[Tt]his is|[Tt]he name['’]?s) $/;

/** People's names in a text, in order: [start, end) in UTF-16 units. */
export function findNames(text: string): { start: number; end: number }[] {
  const names = findRuns(text).flatMap((run) => findInRun(text, run));
  return names.concat(findLowerCaseNames(text)).sort((a, b) => a.start - b.start);
}

function findInRun(text: string, tokens: Token[]): { start: number; end: number }[] {
  if (isPublicPerson(tokens)) return [];
  const titled = afterTitle(tokens);
  if (titled) return [titled];
  const run = trimRun(tokens);
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return [];
  const before = text.slice(Math.max(0, first.start - 60), first.start);
  const after = text.slice(last.end, last.end + 60);
  if (isPlaceOrFirm(tokens, run, before, after)) return [];
  const span = { start: first.start, end: last.end };
  if (titleBefore.test(before)) return [span];
  if (run.length === 1 && publicSurnames.has(first.folded) && !beforePerson.test(before)) return [];
  const isKnown = first.asGiven !== "none" || first.asSurname !== "none";
  const isMeant =
    beforePerson.test(before) ||
    isSigned(before, after) ||
    (isKnown ? afterPerson.test(after) : afterUnknownPerson.test(after) && !beforePlaceOrThing.test(before)) ||
    (ofOnePerson.test(after) && (isKnown || !beforePlaceOrThing.test(before))) ||
    (itWas.test(before) && whoDid.test(after)) ||
    (introduced.test(before) && introducedAs.test(after) && !isCommonWord(first.folded)) ||
    (listBefore.test(before) && listAfter.test(after));
  return isName(run, isMeant, selfBefore.test(before)) || isUnknownFullName(run, before, after) ? [span] : [];
}

/** What follows "Mr" or "Mrs" in a run, whatever it is. */
function afterTitle(tokens: Token[]): { start: number; end: number } | null {
  const at = tokens.findIndex((token) => personalTitles.has(token.folded));
  const [first, last] = [tokens[at + 1], tokens.at(-1)];
  return at >= 0 && first && last && !placeEndings.has(first.folded) ? { start: first.start, end: last.end } : null;
}

/** Without words at either end that are in capitals for another reason, such as at the beginning of a sentence. */
function trimRun(tokens: Token[]): Token[] {
  const isWord = (token: Token | undefined) => token !== undefined && nonNames.has(token.folded);
  const isFirstWord = (token: Token | undefined) =>
    token?.asGiven === "none" && token.asSurname === "none" && isCommonWord(token.folded);
  let run = tokens;
  while (isWord(run[0]) || isFirstWord(run[0])) run = run.slice(1);
  while (isWord(run.at(-1))) run = run.slice(0, -1);
  return run;
}

const isSigned = (before: string, after: string) => signatureBefore.test(before) && endsSentenceOrText.test(after);

const maxPublicNameParts = 5;

function isPublicPerson(tokens: Token[]): boolean {
  const folded = tokens.map((token) => token.folded);
  if (folded.some((word, at) => at < folded.length - 1 && publicTitles.has(word))) return true;
  for (let from = 0; from < folded.length - 1; from++)
    for (let to = from + 2; to <= Math.min(folded.length, from + maxPublicNameParts); to++)
      if (publicPeople.has(folded.slice(from, to).join(" "))) return true;
  return false;
}

function isPlaceOrFirm(tokens: Token[], run: Token[], before: string, after: string): boolean {
  if (tokens.some((token) => placeEndings.has(token.folded))) return true;
  if (severalPartPlaces.has(run.map(({ folded }) => folded).join(" "))) return true;
  if (publicTitle.test(before) || publicAfter.test(after)) return true;
  const isAlone = run.length === 1;
  const first = tokens[0];
  if (isAlone && first && first !== run[0] && directions.has(first.folded)) return true;
  return isAlone && run[0]?.asGiven !== "certain" && placeBefore.test(before);
}

function isName(run: Token[], isMeant: boolean, isSelf: boolean): boolean {
  const [first, second] = run;
  if (!first) return false;
  if (run.length === 1) {
    if (first.asGiven === "certain") return true;
    if (isMeant) return !nonNames.has(first.folded);
    return isSelf && (first.asGiven !== "none" || first.asSurname === "certain");
  }
  if (run.some((token) => nonNames.has(token.folded)) && !isMeant) return false;
  if (first.asGiven === "certain") return true;
  if (isMeant || isSelf) return true;
  if (run.slice(1).some((token) => token.asSurname === "certain" || token.asGiven === "certain")) return true;
  if (first.asGiven === "ambiguous") return second !== undefined && second.asSurname !== "none";
  return run.length <= 4 && run.every((token) => token.asGiven !== "none" || token.asSurname !== "none");
}

const beforePlace =
  /\b(?:[Ii]n|[Aa]t|[Nn]ear|[Bb]etween|[Oo]utside|[Aa]round|[Vv]ia|[Tt]owards|[Aa]cross|[Bb]eyond|[Pp]ast|[Ii]nto|[Oo]ver|[Oo]f|[Tt]he|[Aa]|[Aa]n|[Oo]ur|[Mm]y|[Tt]heir|[Tt]his|[Tt]hat|[Ee]ach|[Ee]very|[Nn]ew|[Ff]rom [\p{L} ’']{1,40} to) $/u;

/**
 * Two to four words in capitals that follow one another, none of them an everyday word or part of a place that we know:
 * a name of somebody, of a tradition that the lists do not have, unless a place or a thing is meant.
 */
function isUnknownFullName(run: Token[], before: string, after: string): boolean {
  if (run.length < 2 || run.length > 4) return false;
  if (run.some(({ folded }) => folded.length < 2 || nonNames.has(folded) || isCommonWord(folded))) return false;
  return !beforePlace.test(before) || afterPerson.test(after) || whoDid.test(after);
}

const lowerCaseBefore = new RegExp(
  String.raw`(?:\b(?:ask(?: for)?|me and|called|named|name is|name['’]?s|told|with|and|${people})(?: in law|-in-law)?,? )(\p{Ll}{4,})(?!\p{L})`,
  "gu",
);

/** Names in lower case, as people type them on a phone: only where a person is meant, and the name is no other word. */
function findLowerCaseNames(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  lowerCaseBefore.lastIndex = 0;
  for (let match = lowerCaseBefore.exec(text); match; match = lowerCaseBefore.exec(text)) {
    const word = match[1] ?? "";
    const end = match.index + match[0].length;
    if (given.has(foldName(word))) found.push({ start: end - word.length, end });
  }
  return found;
}
