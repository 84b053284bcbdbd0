// Terms and phrases of the checks for hate, threats and self-harm, as sources of regular expressions. They hold terms of
// abuse, because these checks must know them.

/** Whoever hate is aimed at: people by origin, faith, sex, sexuality, disability. */
export const groups = `(?:(?:black|white|brown|asian|african|jewish|muslim|gay|lesbian|bisexual|trans(?:gender)?|queer|disabled|deaf|blind|foreign|romani?|polish|romanian|somali|pakistani|indian|chinese|irish|eastern european|immigrant|migrant|old|coloured) (?:people|persons?|folk|ones?|workers?|men|women|man|woman|lads?|kids|children|lot|families|couples?)|(?:im|e)?migrants?|foreigners?|refugees?|asylum[- ]seekers?|muslims?|jews?|hindus?|sikhs?|catholics?|christians?|islam|blacks?|asians?|africans?|arabs?|pakistanis?|indians?|bangladeshis?|bengalis?|nigerians?|somalis?|romanians?|bulgarians?|poles?|polish|lithuanians?|albanians?|turks?|kurds?|afghans?|syrians?|iraqis?|iranians?|chinese|vietnamese|filipinos?|gyps(?:y|ies)|travellers?|roma|irish|gays?|lesbians?|homosexuals?|queers?|transgenders?|trans women|trans woman|trans men|trans man|women|woman|girls|females?|disabled|the disabled|cripples?|deaf people|autistic people|autistics?)`;

/** Terms of abuse for such people. Terms with another everyday meaning count only as `ambiguousSlurs`. */
export const slurs = String.raw`(?:pakis?|p[a*@]ki[s]?|wogs?|coons?|nig+(?:er|let)s?|(?:stupid|dirty|these|you|fucking|all the|lazy) nigg?as?|nignogs?|darkies|darky|sambos?|golliwogs?|jungle bunn(?:y|ies)|porch monkeys?|chinks?|chinkies|chinky|gooks?|slant[- ]?eyes?|towel ?heads?|rag ?heads?|sand ?ni\w+|camel jockeys?|muzzies|muzzy|mudslimes?|kikes?|yids?|jewboys?|heebs?|gyppos?|gypos?|pikeys?|pikies|tinkers|polacks?|spics?|wetbacks?|dagos?|wops?|eyeties|krauts?|poofs?|poofters?|puffs|fags?|fagg?ots?|bummers|batty ?(?:boys?|men|man)|shirt[- ]?lifters?|dykes?|lezz(?:er|a)s?|trann(?:y|ies)|she[- ]?males?|troons?|ladyboys?|spastics?|spaz(?:zes|zers?)?|spackers?|mongs?|mongols?|mongoloids?|retards?|window lickers?|cunts? like (?:them|her)|thots?|bitches|(?:you|common|stupid|another|just a|nothing but a|fucking|ugly|fat|old) bitch|feminazis?|untermensch\w*)`;

/** What makes another thing of such a term, near it. */
export const otherMeanings =
  /\b(?:coffee|tea|armou?r|light|cat|cats|raccoon|maine|peas|gravy|butcher|meatballs?|cigarettes?|smoking|smoke|packet|ash|dykes? (?:repairs?|works|collaps\w*|breach\w*|needs|floods?|road)|offa|flood|drain|drainage|embankment|fen|bank|ditch|sea|town of|quadriplegi\w*|palsy|paraplegi\w*|diplegi\w*|society|flame|fire|spark|growth|transmission|van|gearbox|pastry|adder|sleeve|pride|bikes|mongolia|steppe|of (?:argument|light)|pot|kettle|pan|metal)\b/;

/** Expressions that deny people their humanity. */
export const dehumanising = String.raw`(?:vermin|parasites?|scum(?:bags?)?|filth|animals|beasts|savages|rats?|cockroach(?:es)?|roaches|insects|maggots|leeches|pests?|plague|disease[ds]?|cancer|infestation|infest\w*|subhumans?|sub-human|not (?:even )?human|less than human|apes|monkeys|pigs|swine|dogs|trash|garbage|rubbish|scroungers|spongers|breeding like|invaders?|invading|swarm\w*)`;

const bad = `(?:stupid|thick|lazy|dirty|filthy|smelly|stinking|disgusting|evil|inferior|worthless|useless|criminals?|thieves|thieving|liars?|rapists?|terrorists?|paedos?|paedophiles?|perverts?|mental(?:ly ill)?|sick|violent|dangerous|beneath us|backward|primitive|barbaric|degenerates?|abominations?|unnatural|a (?:curse|menace|burden|problem|joke|disgrace|waste|threat|drain)|worse|idiots?|morons?|dumb|sluts?|whores?|bitches|ruining|ruin everything|the (?:problem|enemy|worst)|taking over|to blame|all the same|never as good)`;
const emphasis = `(?:(?:just|all|so|really|fucking|bloody|such|nothing but|only|simply|always|basically|clearly|usually|mostly|absolute|total|complete|a bunch of|a load of|like) )*`;
const article = `(?:(?:all|all the|all these|the|these|those|those bloody|any|every|these bloody|fucking|bloody|you|some|a|an|that|most|more) )*`;

/** Hostility to a group, where `G` is the group. */
const hostile = [
  String.raw`\b(?:i|we|you|everyone|everybody|god|people|england) (?:\w+ly |just |fucking |so |do |all |bloody |absolutely )*(?:hates?|h8|despises?|loathes?|detests?|abhors?|can(?:['’]?t|not) (?:stand|bear|abide)|dislikes?|want to (?:hurt|kill|punch|hit))(?: the look of| the sight of)? ${article}G`,
  String.raw`\bG (?:\w+ )?(?:are|is|r|were|have always been|will always be) ${emphasis}(?:an? )?(?:\w+ )?(?:${dehumanising}|${bad})`,
  String.raw`\b(?:dirty|filthy|stinking|disgusting|vile|thieving|bloody|fucking|evil|smelly|worthless|nasty|inbred|backward) (?:\w+ )?G`,
  String.raw`\b(?:send|sending|ship|kick|chuck|throw|drive|get|put|force|burn|boot|fly|keep|drag|clear|bring back)(?: out)? ${article}G (?:all )?(?:\w+ )?(?:back|home|out|away|off|packing|on a boat)`,
  String.raw`\b(?:get|getting|gets) rid of ${article}G`,
  String.raw`\b(?:deport|expel|ban|exterminate|eradicate|eliminate|gas|lynch|shoot|hang|kill|burn out|lock up|round up|wipe out|sterilise|castrate|hunt|beat|punch|rape|fuck|screw|sod|stone|drown|attack|bomb|hurt|execute|segregate|silence) ${article}G`,
  String.raw`\bout with ${article}G|\bG (?:all )?(?:out|go home|go back|get out)\b`,
  String.raw`\b(?:don['’]?t|do not|never|nobody|no one|no-one) (?:want|wants|need|needs|like|likes)(?: any| to see any| to see)? ${article}G (?:here|in|near|around|on our|living|working|coming)`,
  String.raw`\bno more G\b|\btoo many G\b.{0,30}(?:${dehumanising}|here\b|already)`,
  String.raw`\bG (?:\w+ )?(?:should|shouldn['’]?t|must|ought|need to|needs to|deserve|deserves|have got to)(?: not| never|n['’]t| all)?(?: to)? (?:be (?:\w+ )?(?:allowed|rounded|shot|hanged|killed|banned|sent|deported|locked|gassed|exterminated|wiped|put down|put in|beaten|stopped|ashamed|punished|sterilised|removed|kept|raped|burn\w*|lynched|treated like|trusted|executed|silenced)|die|go (?:back|home)|leave|stay (?:in the kitchen|away)|burn|starve|have (?:no|fewer|less)|get (?:out|no)|vote|suffer|know their place|kill themselves)`,
  String.raw`\bG (?:\w+ )?(?:do(?:es)?n['’]?t|do(?:es)? not|don['’]?t|can(?:['’]?t|not)|have no|has no|had no|will never) (?:really |ever )?(?:belong|deserve|be trusted|place|right to|business|have a place|fit in|integrate|wash|think|count|matter)`,
  String.raw`\bG (?:\w+ )?(?:ruin|ruins|steal|steals|carry diseases?|bring diseases?|rape|breed|sponge|scrounge|destroy|infest|pollute|only come (?:here )?to|come here to|are taking|take over|are replacing|cause all|disgust|disgusts|make me (?:sick|want to)|makes me (?:sick|want to)|smell|stink)`,
  String.raw`\b(?:replaced|overrun|swamped|invaded|flooded|infested) (?:by|with) ${article}G`,
  String.raw`\b(?:never|don['’]?t|do not|can(?:['’]?t|not)) (?:trust|hire|employ|believe|respect|listen to|work (?:for|with|next to)|take orders from) ${article}G`,
  String.raw`\b(?:would(?:n['’]?t| not| never)|['’]d never|won['’]?t|will not) (?:ever )?(?:hire|let|trust|have|work|sit|touch|employ|serve|want|share|rent|marry|allow|live|eat|take)(?: orders| next| anything)?(?: to| from| with| near| beside| as)? ${article}G`,
  String.raw`\bno such thing as a (?:good|decent|honest|clean) G|\bonly good G\b`,
  String.raw`\b(?:near|next to|beside|around|with|to share \w+ \w+ with|looking at|seeing|the sight of) ${article}G (?:disgusts?|sickens?|makes?)`,
  String.raw`\b(?:disgusts? me|makes? my skin crawl|makes? me sick).{0,40}\bG\b|\brefuse to (?:work|take orders|sit|share|serve|speak)\b.{0,20}\bG\b`,
  String.raw`\b(?:let|why do we let|why are) ${article}G (?:live|starve|die|burn|rot|breathe|drown|allowed to live)`,
  String.raw`\b(?:world|country|england|britain|town|place|life) (?:would|will) be (?:\w+ )?(?:better|nicer|safer|cleaner)(?: off)? (?:without|if there were no|with no) ${article}G|\bthere would be no G\b`,
  String.raw`\bhitler\b.{0,40}\bG\b|\b(?:back from|away from|hands of) ${article}G\b.{0,20}$`,
  String.raw`\bwe all know\b.{0,10}\bG (?:are|is)\b|\bwhat do you expect from ${article}G|\btypical G\b`,
  String.raw`\b(?:not|before) ${article}G\b.{0,3}$.*\b(?:white|real) people|\b(?:white|real|english|british|our own) people (?:first|come first).{0,20}\bG\b`,
  String.raw`\b(?:for|belongs? to) G, not (?:for )?(?:real|normal|white|english|proper)`,
  String.raw`\bno (?:\w+ )?G can (?:ever )?be\b|\bG (?:\w+ )?(?:are|is|can|could|will) never (?:be )?(?:any )?(?:as |attractive|intelligent|smart|valuable|good|clean|equal|honest|trusted|clever|normal)`,
  String.raw`\b(?:no|without|zero|not? any) (?:compassion|sympathy|respect|pity|mercy|time)\b.{0,20} G\b|\bnever lift a finger\b.{0,25}G\b`,
  String.raw`\b(?:female|trans|black|gay|muslim|jewish|disabled|immigrant|their|your|G['’]?s?) lives (?:are|aren['’]?t|are not|do not|don['’]?t) (?:not )?(?:worth|worthless|matter)`,
  String.raw`\brather (?:die|starve|kill myself|be dead) than (?:date|marry|touch|kiss|be|work (?:for|with)|live (?:with|next to|near)|sit (?:next to|with)|share \w+ with|vote for|hire) ${article}G|\bwoke up as ${article}G|\btouched by ${article}G|\b(?:more|less) (?:valuable|intelligent|human|use|worth) (?:to \w+ )?than (?:that of )?(?:all of )?${article}G|\bany difference between (?:a|an) (?:\w+ )?(?:rat|pig|dog|monkey|ape|animal)\b.{0,12}\bG\b`,
  String.raw`\b(?:allowing|letting|giving|hiring|having) (?:any )?(?:more )?G\b.{0,60}\b(?:ruin|destroy|kill|finish|end of)\b|\b(?:should be taken to|belongs? in|see) (?:a |the )?(?:vet|zoo|cage|asylum|kitchen|camps?)\b`,
  String.raw`\bG (?:\w+ ){0,3}(?:is|are) not (?:worth|worthy of)|\bG (?:like you )?(?:do(?:es)?n['’]?t|do not|does not) deserve to`,
  String.raw`\b(?:put an end|death) to ${article}G|\b(?:there is|there['’]s) nothing worse than ${article}G|\b(?:in|by) (?:the )?G['’]?s?['’]? nature\b|\bby their nature,? G\b|\bonly (?:a )?G (?:can|could|would) be\b|\btypical of ${article}G`,
  String.raw`\bG (?:lives )?(?:are|is) (?:\w+ )?(?:not|n['’]t) (?:\w+ )?(?:human|people|real|normal|welcome|wanted|one of us|equal|women|men)`,
];
/** Placeholder for a group or a term of abuse in a sentence, so that each pattern need not hold all of them. */
export const groupMarker = "ggroup";
/** Hostility to a group, in a sentence with `groupMarker` for each. */
export const hostility = new RegExp(
  hostile.map((source) => source.replaceAll("G", `(?:${groupMarker})`)).join("|"),
  "iu",
);
export const everyGroup = new RegExp(String.raw`(?<![\p{L}\d])(?:${groups}|${slurs})(?![\p{L}\d])`, "giu");
/** Contempt so strong that beside a group, in whatever order, it is about the group. */
export const contempt =
  /\b(?:abhorrent|abominable|despicable|pathetic|hideous|ugly|nauseating|nauseous|loathsome|loath(?:e|ing)|detest\w*|despis\w*|hate|hates|abhor\w*|(?:so )?sick of|fed up (?:of|with) (?:all )?(?:these|those|the)|can['’]?t stand|cannot stand|scare me|terrif\w+ me|horrify me|horrible|horrid|rotten|wicked|sickening|evil|monsters?|demons?|devils?|creatures|ghastly|mindless|moron(?:s|ic)|imbeciles?|idiots?|idiotic|retarded|inbreds?|hysterical|immoral|sinful|corrupt(?:ed)? our|crooks?|cheats|freaks?|weirdos?|second[- ]class|bastards?|twats?|cunts?|wankers?|pricks?|pieces? of shit|motherfuckers?|bloodsuckers?|disease[- ]ridden|diseased|lower than|lesser|poison(?:ing)? (?:our|this|the)|toxic|stain on|blight|the enemy|enemies|slaughter|massacre|lynch\w*|behead\w*|beat (?:up|the shit)|gas chambers?|tortured|punished|purge[ds]?|cleansed?|vanish|removed from|get rid|kick the|attack (?:a|the|every|any|some|all|you)|hurt (?:a|the|every|any|some|all|you)|stab (?:a|the|every|any|some|all|you)|shoot (?:a|the|every|any|some|all|you)|kill (?:a|the|every|any|some|all|you|as many)|beat (?:a|the|every|any|some|all|you)|rape (?:a|the|every|any|some|all|you)|(?:is|are|be) (?:sub|under)[- ]?(?:human|class)|incapable|unable to think|never belong|don['’]?t belong|not welcome|hitler was|were better off (?:as )?slaves|know (?:your|their) place|useless|not (?:real|proper) (?:people|men|women)|repulsive|repugnant|revolting|disgust(?:ing|ed)|vile|brainless|vermin|parasit\w+|subhuman\w*|virus|plague|cockroach\w*|maggots?|worthless|scum(?:bags?)?|garbage|trash|uncivilised|savages?|contempt for|hatred (?:for|of)|fill me with|boil with anger|pissed off by|ass ?holes?|arseholes?|dickheads?|shitheads?|shit ?bags?|(?:is|are|r|seriously|must be) fucked in the head|fuck (?:off|themselves|you all|them all|u)|go fuck|aren['’]?t worth (?:a )?shit|not worth (?:a )?shit|(?:deserves?|ought|need|needs|should) (?:all )?(?:to )?(?:die|be (?:dead|shot|hanged|gassed|killed|executed|burned|burnt|stoned|exterminated|drowned))|would all be dead|be shot in the|throats? cut|eradicate|exterminate|annihilate|wipe (?:them|you) out|start shooting|shoot them|put an end to (?:them|those|all|you)|die a horrible|raping|absolute worst|inferior|degenerates?|ruin (?:our|this|the) (?:country|town|nation|society)|threat to (?:civilisation|society|our)|(?:just|so|that|probably|all|be|are|is) (?:that |so )?(?:stupid|dumb|thick|ignorant|retarded))\b/iu;
/** Contempt that somebody meets with, rather than has. */
export const metWith =
  /\btreat(?:s|ed|ing|ment)?\b|\b(?:attacked|abused|assaulted|harassed|bullied|victims?|suffer\w*|exploit\w*|against|violence|unsafe|underpaid|sacked by|paid|hours|hate crimes?|hate (?:how|that|when|it|this|the (?:way|rota|job|strategy|plan|agency|bus))|afraid|deserve (?:more|better|respect|fair|equal|a )|toilets?|facilities|training)\b|\bspoken to\b|\blike (?:we|they|i)['’]?(?:re| are| was|m)\b|\b(?:paid|pays|pay|conditions|rota|shifts?|wages?|boss(?:es)?|managers?|agency|toilets?|canteen|building|bus(?:es)?|trains?|houses?|flats?|landlords?|hotel|plan|strategy|uniform|boots|it is|it['’]s|that is|that['’]s|this is) (?:\w+ ){0,4}(?:are|is|was|were)? ?(?:\w+ )?(?:disgusting|revolting|vile|worthless|trash|garbage|scum\w*|parasit\w*|vermin|inferior|stupid|ass ?holes?|arseholes?)\b/iu;
/** Placeholder for people named in the sentence before or after. */
export const pronoun =
  /\b(?:they|them|their|they['’]re|your kind|you['’]re|your|these people|those people|that lot)\b/iu;
/** Hostility by words that name no group: the group is in the sentence before, or is meant. */
export const hostilityToUnnamed =
  /\bgo (?:back|home) to (?:your|where)\b|\b(?:go|get|(?:send|ship|chuck|kick) (?:them|you|him|her|em|'em|the lot|these lot)(?: all| of (?:them|you|em))?) back (?:to )?(?:where (?:you|they|he|she) (?:came|come) from|home)|\bwhite (?:is right|power|pride worldwide)|\bengland for the english\b|\b(?:deport|gas|exterminate) (?:them|the lot|em)\b|\bheil hitler\b|\bblood and soil\b|\bgo home,? (?:you|your)\b|\b(?:dirty|filthy|stinking) (?:foreign\w*|immigrant\w*)\b|\bnot real people\b|\b(?:the )?jews (?:all )?(?:run|own|control|rule|are behind) (?:(?:the|all|our|this|whole|every) ){1,3}(?:councils?|banks?|media|press|world|government|money|papers?|town|country|unions?|it)\b|\bdeport the lot\b/iu;

/** A quotation, or a text about the expression. */
export const reported =
  /["“”«»]|\b(?:said|say(?:s|ing)?|told|tell(?:s|ing)?|call(?:s|ed|ing)|shout(?:s|ed|ing)?|yell\w*|(?<!whoever )wrote|written|writes|post(?:s|ed|ers?)|graffiti|heard|hearing|read|sprayed|chant\w*|scrawled|sang|according to|claims?|claimed|think that|thinks that|complain\w*|grievance|report(?:s|ed|ing)?|harass\w*|tribunal|racis(?:t|m)|homophob\w*|transphob\w*|sexis(?:t|m)|misogyn\w*|islamophob\w*|antisemit\w*|hate crime|discriminat\w*|prejudice|stereotyp\w*|hatred of|abuse of|training about|used to call|people who|anyone who|the lot who|those who|if you think|whoever|slurs?|insult\w*|is a lie|not true)\b/iu;
/** It is denied, or answered. */
export const denied =
  /\b(?:would|will|should|could|must) never (?:\w+ )?(?:hurt|harm|say|hate|attack|insult|call|want|judge)|\bno (?:\w+ ){1,3}(?:deserves?|ought|should)\b|\b(?:can['’]?t|cannot|don['’]?t) (?:seriously |really )?(?:believe|think)\b|\bwhy would you\b|\b(?:(?:do|does|did)(?:n['’]?t| not)|never|nobody|no one|no-one|none of us|not|isn['’]?t|aren['’]?t|wasn['’]?t) (?:\w+ ){0,2}(?:hates?|despise|think|thinks|believe|say|call|true|right|wish|harm|loathe|mind|are|blame|get rid|deport|send|ban|the problem|\w*vermin|parasites|scum|animals|rats|filth|leeches|savages|deserve (?:this|abuse|hate))\b|\b(?:are|is) (?:not|never|no) (?!even human|human|people|real|normal|welcome|wanted|one of us|equal|as good|women|men)|\bstop (?:blaming|hating|calling|attacking|saying)|\b(?:wrong|shame on|how dare|solidarity|stand with|stand up for|proud|welcome here|deserve (?:the same|better|equal|respect|rights|fair)|equal pay|better for)\b|\bhate (?:how|that|when|it when|the way)\b/iu;
/** Terms of abuse that the people concerned use of themselves. */
export const reclaimed = new RegExp(
  String.raw`\b(?:us|we|my|let me|we['’]re|we are|i am|i['’]m|i am a|i['’]m a|as a|being a|fellow|my fellow|proud|myself|ourselves|one of the|network|all) (?:a |an |of |the |my )?(?:\w+ ){0,2}${slurs}\b`,
  "iu",
);
export const slurPattern = new RegExp(String.raw`(?<![\p{L}\d])${slurs}(?![\p{L}\d])`, "iu");
export const groupPattern = new RegExp(String.raw`(?<![\p{L}\d])${groups}(?![\p{L}\d])`, "iu");

const violence = `(?:kill|murder|shoot|stab|strangle|choke|hang|lynch|behead|execute|slaughter|batter|beat|punch|smash|bash|kick|hit|hurt|maim|cripple|cut|slash|slit|gut|burn|torch|petrol[- ]bomb|firebomb|bomb|blow up|poison|drown|run (?:you|him|her|them|down|over)|hunt|break|crush|destroy|finish|end|get|deck|knife|bury|string up|string|drag|skin|rip|knock|wring|snap|rape|drop|do)`;
const target = String.raw`(?:you(?: lot| all)?|u|him|her|them|the lot|(?:the|that|those|this|these|every|any|all|all the) (?:\w+ ){0,4}?(?:manager|managers|supervisor|boss|bosses|gaffer|foreman|leader|chair|councillor|councillors|mayor|officer|officers|board|rep|reps|man|men|woman|women|lot|bastards?|pricks?|idiots?|people|lep|chief|executive|director|mp|driver|them|${groups})|whoever (?:\w+ ){1,3}this|${groups}|whoever wrote (?:this|it|that)|people like (?:you|him|that|the \w+(?: \w+)?))`;
const intent = String.raw`(?:i|we|me and \w+|i['’]?ll|we['’]?ll|i['’]?m|we['’]?re|i will|i shall|i am|i['’]d)`;
const future = `(?:['’]?ll|['’]?d| will| shall| would| could| might| am| are|['’]?m|['’]?re| want to| need to| swear (?:i|to)(?:['’]?ll| will)?| promise| should| ought to)?(?: (?:happily|gladly|personally|just|fucking|really|so|gonna|going to|about to|come and|go and|have to|love to|like to|find (?:you|him|her|them) and|all))*`;
export const threatening: readonly RegExp[] = [
  new RegExp(String.raw`\b${intent}${future} ${violence}(?:ing)? (?:\w+ )?(?:${target})\b`, "iu"),
  new RegExp(
    String.raw`\b${intent}${future} (?:put|take|stick|shove|throw|use|swing) (?:\w+ ){0,3}(?:knife|hammer|bat|bullet|blade|bar|crowbar|acid|petrol|gun|axe|brick|bottle|fist|boot)s? (?:in|into|to|at|on|through|round) `,
    "iu",
  ),
  /\b(?:put|throw|stick) (?:a bullet|a knife|a brick|a blade|acid|a bomb) (?:in|through|at|into|on) /iu,
  new RegExp(
    String.raw`\b${intent}${future} (?:put) (?:${target}) in (?:hospital|the ground|a box|a coffin|a wheelchair|a grave|intensive care)\b`,
    "iu",
  ),
  /\b(?:(?:i|we)(?:['’]?ll| will|['’]?m (?:going to|gonna)| shall| am going to| are going to)|gonna) (?:smash|break|knock|kick|cut|rip|slit|slash|blow|tear|chop|bash|snap|punch|stove) (?:\w+ ){0,2}(?:face|legs?|teeth|head|throat|neck|fingers?|arms?|kneecaps?|brains?|skull|jaw|nose|windows?|tyres?|house|car|off|out)\b/iu,
  /\b(?:break|slit|smash|snap|cut|wring|rip) (?:your|his|her|their|the \w+(?: \w+){0,3}['’]s?) (?:throat|neck|legs?|fingers?|face|head|skull|arms?|teeth|kneecaps?)\b/iu,
  /\b(?:rip|knock|tear|cut|kick) (?:your|his|her|their) (?:head|teeth|face|throat|eyes|balls|fingers) (?:off|out|in)\b/iu,
  new RegExp(
    String.raw`\b(?:someone|somebody|some one|people|they|we|you|we all|i hope (?:someone|somebody)|wish (?:someone|somebody)(?: would)?|why doesn['’]?t (?:someone|somebody))(?: should| ought to| needs to| must| want to| do us a favour and| please|['’]d better| had better| would| could)* (?:just |all |really )?(?:kill|murder|shoot|stab|strangle|hang|lynch|execute|behead|poison|burn|bomb|run over|drown|beat up|string up|throw \w+(?: \w+)? at|put down|drag|petrol bomb)s? (?:\w+ )?(?:${target})`,
    "iu",
  ),
  new RegExp(
    String.raw`(?:${target})(?:\w|\s)* (?:deserves?|ought|should|needs?|need|must|wants?|have|has)(?: all)?(?: got)?(?: to)? (?:be (?:\w+ )?(?:shot|hanged|hung|killed|executed|put up against|put down|strung up|stabbed|beaten|burn(?:ed|t)|beheaded|lynched|gassed|drowned|whipped|run over|castrated|tortured|raped)|die|hang|burn|(?:to )?bleed|a (?:good )?(?:hiding|kicking|beating|slap|bullet|battering|knife))\b`,
    "iu",
  ),
  /\b(?:he|she|they) (?:\w+ )?(?:deserves?|needs?|wants?|ought to have|should have|should get) (?:a |an )(?:good )?(?:hiding|kicking|beating|bullet|battering|knife|rope|noose)\b/iu,
  new RegExp(
    String.raw`\b(?:i )?(?:hope|wish|pray|want)(?: that)? (?:to see )?(?:${target})(?: \w+){0,3} (?:gets? (?:run over|shot|stabbed|killed|cancer|hurt|raped|beaten|hit by)|dies?|dead|die|is killed|rots?|burns?|bleeds?|hangs?|suffers?|chokes?)\b`,
    "iu",
  ),
  /\bi hope (?:someone|somebody) (?:throws|kills|shoots|stabs|hurts|burns|beats|attacks|runs)\b/iu,
  /\b(?:i|we) (?:know|have got|['’]?ve got|have|found out|found|got) (?:where (?:you|he|she|they|that|the \w+(?: \w+){0,3}|whoever \w+ \w+) (?:live|lives|park|parks|work|drink|drinks|sleep)|your (?:address|route|car|kids|family|school|road|number ?plate))/iu,
  /\bknow (?:where (?:the|that|you|he|she|they)(?: \w+){0,4} lives?|your route)/iu,
  /\b(?:watch your back|sleep with one eye open|dead man walking|you['’]?re (?:all )?(?:dead|finished|next)|won['’]?t be walking when|next time i see (?:\w+ ){1,3}i['’]?ll have|your (?:days are numbered|time is coming|card is marked|car goes up|house goes up)|you['’]?re a (?:goner|dead)|(?:get|have) what(?:['’]s| is) coming|will bleed for|wake up with your windows|unless you want carrying out|one match is all|bullets are cheap|hanging is too good|do time for|somebody gets hurt|coming for you|come for (?:you|your family)|beg for mercy|won['’]?t see (?:christmas|the morning|tomorrow)|has kids,? ha(?:s|ve)n['’]?t|be a shame if (?:something|anything|your)|pay (?:\w+ ){1,4}a visit|going to get hurt|not afraid to use it|give (?:\w+ ){1,4}a (?:kicking|hiding|beating|battering)|beat (?:\w+ ){1,4}to a pulp|let (?:\w+ ){1,4}burn|(?:is|are|he['’]?s|she['’]?s|they['’]?re) finished$|kill (?:u|you|them|em|the lot)(?: all)?|put up against (?:a|the) wall|get a gun|wait(?:ing)? for (?:you|him|her|them|the (?!bus|tram|train|doors?|gates?|shop|rain|lift|night)\w+ ?\w*|that \w+) outside|run (?:\w+ ){1,4}over(?! the| budget| time)|take (?:a |an )?(?:hammer|knife|petrol|bat|iron bar|blade|acid|crowbar|gun|axe)s? to \w+|get what is coming|slit (?:his|her|your|their) throat)\b/iu,
  /\b(?:bring(?:ing)?|got|have|carry(?:ing)?|take|taking)(?: with me)? (?:a |an |my |some |the )?(?:hammer|knife|petrol|bat|iron bar|blade|acid|crowbar|gun|bomb|machete|axe|shotgun)s?(?:(?: with me)?(?: (?:to|for|when|tomorrow|tonight|next)\b|,? i(?:['’]ve| have)\b)| with me[.!]?$)/iu,
  /^(?:\w+ )?(?:torch|firebomb|petrol bomb|bomb|burn|blow up|shoot up) (?:the|your|his|her|this|that|head|it|down) ?(?:\w+ ?){0,3}(?:down|up|depot|office|hall|house|plant|place|hq)?(?:[.!,]|$)/iu,
  /\b(?:i['’]?m|i am|we['’]?re|we are|i['’]?ll|i will|gonna) (?:going to |gonna )?(?:burn|blow|torch|bomb|shoot) (?:\w+ ){1,3}(?:down|up)?\b/iu,
  /\b(?:there is|there['’]?s|i['’]?ve planted|i planted|have planted) a bomb\b/iu,
  /\bstring (?:\w+ ){1,4}up\b|\bkill them all\b|\bdrag (?:\w+ ){1,4}out and\b/iu,
];
/** Violent expressions used of something else. */
export const figurative =
  /\b(?:kill(?:s|ing|ed)? (?:me|my|us|the (?:high street|village|town|trade|pub|motor|lights?|engine|power|plan|job|industry|idea|mood|time))|kill for a|murder a (?:cup|pint|brew|curry|tea|sandwich|bacon)|dying (?:for|to)|died (?:of (?:boredom|embarrassment|shame)|laughing|inside)|bored to death|worked to death|where it hurts|(?:at|in) (?:the|a) (?:tribunal|court|ballot box|ballot|election|polls)|to (?:court|tribunal|task)|five-a-side|in the (?:budget|wallet|pocket)|shot (?:down|themselves)|hit (?:our|the) targets?|beat the (?:rush|queue|traffic|target)|smash(?:ed|ing)? (?:it|the target|the glass|records?)|run for (?:their|his|her|your) money|crush the opposition|bury this|attack the causes|burning through|break the (?:law|rules|news|cycle|deadlock)|cut (?:the )?(?:pay|hours|jobs|bus(?:es)?|funding|red tape|emissions)|end (?:zero|low|the|this)|get (?:a|the|rid|them|you|him|her) (?:to|out of|home|into|on|back|a|some|more|better))\b/iu;
export const deniedThreat =
  /\b(?:(?:would|will|could|do|does|did|am|are|is)(?:n['’]?t| not| never) (?:going to |wish |want to |dream of |ever )?(?:\w+ ){0,2}(?:kill|hit|hurt|harm|touch|threat\w*|hurting|violence|wish|attack)|nobody (?:should|deserves)|no one (?:should|deserves)|never (?:hurt|hit|threaten|harm|touch))\b/iu;
export const reportedThreat =
  /["“”«»]|\b(?:(?<!who(?:ever)? )(?:said|say(?:s|ing)?)|told|tells|threaten(?:s|ed|ing)|shouted|yelled|(?<!whoever )wrote|texted|posted|called|heard|report(?:s|ed)?|(?:was|were|been|being|got|gets|get) (?:\w+ )?(?:stabbed|killed|shot|beaten|threatened|attacked|punched|followed|bombed|assaulted|spat)|came (?:in|into|at)|pulled (?:a|an) |had (?:his|her|their|my) windows|violence against|crime|police (?:came|were)|remember those|is how|there should be|when somebody)\b/iu;

const near = String.raw`(?:my|our|his|her) (?:\w+ ){0,2}?(?:husband|wife|partner|son|daughter|lad|lass|mate|workmate|friend|colleague|brother|sister|mum|dad|kid|boy|girl|neighbour|cousin|boyfriend|girlfriend|nephew|niece)`;
export const selfHarming: readonly RegExp[] = [
  /\b(?:i|im|i['’]m|i['’]ll|i['’]d|i['’]ve|gonna|to|and) (?:\w+ ){0,5}?(?:kill(?:ing)?|hang(?:ing)?|drown(?:ing)?|poison(?:ing)?|starv(?:e|ing)|harm(?:ing)?|hurt(?:ing)?|cut(?:ting)?|burn(?:ing)?|top(?:ping)?|top|shoot(?:ing)?|jump(?:ing)?|throw(?:ing)?|do(?:ing)?|stab(?:bing)?|injur(?:e|ing)|punish(?:ing)?|gas(?:sing)?) (?:my ?self|mesen)\b/iu,
  /\bkms\b|\b(?:i|i['’]m|im|i feel|feeling|i['’]ve been|been|have been|get|am) (?:\w+ ){0,3}?suicidal\b|\bsuicide (?:every|all the|note|plan)\b|\b(?:i|i['’]ve|i['’]m|me|work has me|am) (?:\w+ ){0,4}?(?:thoughts? of|thinking (?:of|about)|think (?:of|about)|thought (?:of|about)|considering|consider|considered|contemplat\w+|point of|attempted|tried|plan(?:ning)?) suicide\b/iu,
  /\bi (?:\w+ ){0,3}?(?:want|wish|would like|hope|long|just want|prefer|like) (?:\w+ ){0,2}?(?:to die|to be dead|to end it(?: all)?|to end my life|it to end|to go to sleep and never|to disappear for (?:good|ever)|to hurt|to harm|to stop (?:living|existing)|to not (?:exist|wake|be here)|to be gone)\b(?! on| in that| of)/iu,
  /\b(?:i wish|i['’]d rather|rather|happier|better off|might as well|wish) (?:i |that i )?(?:was|were|be|been)? ?(?:dead|never (?:been )?born|gone for good)\b|\bi wish i had never been born\b|\bif i (?:was|were) dead\b|\bme being dead\b|\bbe dead than\b/iu,
  /\b(?:don['’]?t|do not|no longer|stopped|not) (?:\w+ )?(?:want|wanting|wish) to (?:live|be alive|wake up|exist|go on living|be here any ?more|carry on living)\b(?! in| near| on| at)/iu,
  /\b(?:can['’]?t|cannot|could not|couldn['’]?t|don['’]?t think i can|can not) (?:go on|carry on)(?: (?:living|any ?more|like this|any longer|much longer))?[.!,]?$/iu,
  /\b(?:can['’]?t|cannot|don['’]?t) (?:\w+ )?(?:see|find) (?:any|a|another) (?:way out|other way|reason to (?:live|go on)|point in (?:living|going on))(?:,|$|[.!] ?$| of this)/iu,
  /\b(?:every(?:one|body)|they|family|kids|wife|husband|world|people)(?:['’]d| would|['’]ll| will| all| is| are)* (?:be )?better (?:off )?without me(?![\w ]* (?:driv|work|do))/iu,
  /\b(?:end(?:ing)?|take|taking|took|taken|tried to take|thought about ending|end up taking) my (?:own )?life\b|\b(?:end(?:ing)?|take|taking|tried to take|thought about ending|end up taking) (?:his|her|their) (?:own )?life\b/iu,
  /\bend(?:ing)? it(?: all)?(?: is| tonight| now| soon| for good|[.!]?$)|\bending it is the only\b|\b(?:wants?|going|about|ready|decided) to end it\b/iu,
  /\b(?:no|what['’]?s the|what is the|isn['’]?t any|not much) (?:point|use|reason)(?: in| to)? (?:in )?(?:liv(?:e|ing)(?: like this)?|going on|being alive|carrying on)(?:[.!,]?$| any ?more| like| now)/iu,
  /\b(?:life|living) (?:is|['’]s|isn['’]?t|is not|is too) (?:not |just |too |no longer )?(?:worth (?:living|it)|worthless|too much for me|unbearable)\b|\bhad enough of (?:life|living)[.!]?$|\bliving is too much\b/iu,
  /\bself[- ]harm(?:ing|ed|s)?\b(?=.*\b(?:i|my|me)\b)|\b(?:i|i['’]ve) (?:\w+ ){0,2}?self[- ]harm/iu,
  /\bi (?:\w+ ){0,4}?(?:cut(?:ting)?|slash(?:ed|ing)?|slit|burn(?:t|ed|ing)?|scratch(?:ed)?) (?:my )(?:wrists?|arms?|legs?|thighs?|skin|throat)\b(?! (?:on|with (?:the|a) (?:fryer|slicer|oven|machine)|supports?))/iu,
  /\b(?:took|taken|take|had|having) an? overdose\b|\bi (?:have |['’]ve )?overdosed\b(?! on)|\bhow many (?:pills|tablets|paracetamol)\b.*\b(?:takes?|need|would)\b|\b(?:pills|tablets|rope) (?:are |is )?(?:ready|saved|hidden|waiting)\b|\bgot (?:a|the) rope\b|\b(?:have|got) the (?:tablets|pills|rope)\b/iu,
  /\b(?:i|thinking|think|thought) (?:\w+ ){0,8}?(?:jump(?:ed|ing)?(?: off| in front| from)|to jump[.!]?$|nearly jumped|(?:driv|steer|swerv|crash|rid)(?:e|ing) (?:\w+ ){0,3}(?:into (?:the|a) (?:wall|tree|river|lorry)|off)|step(?:ping)? (?:out )?in front of|throw(?:ing)? myself|walk(?:ing)? (?:into|in front of))\b(?! (?:the chance|at))/iu,
  /\b(?:goodbye|good bye|my last (?:message|words|post|day on)|tell my (?:kids|wife|mum|family|husband|children) (?:that )?i (?:love|loved)|written (?:the|my) (?:letters?|note|will) (?:to|for)|won['’]?t be (?:here|around) (?:tomorrow|much longer|any ?more)|i won['’]?t have to)\b/iu,
  /\b(?:nobody|no one|no-one) would (?:miss|notice|care) (?:me|if i)\b|\bi(?:['’]m| am) (?:\w+ )?(?:a |such a |just a )?burden\b/iu,
  /\b(?:i hope|i pray|hoping|hope|pray|wish) (?:that )?(?:i |my )(?:don['’]?t|do not|never|heart|won['’]?t) (?:wake up|stops?|wake)\b/iu,
  /\b(?:not safe (?:on my own|with myself|from myself)(?: at| now|[.!]?$)|nothing left for me and|how i would do it|how easy it would be|do something stupid to|i have a plan and|want to die|wants to die|wanted to die)\b/iu,
  new RegExp(
    String.raw`\b(?:${near}|he|she|they)\b(?: \w+){0,6} (?:(?:kill(?:ing)?|hang(?:ing)?|harm(?:ing)?|hurt(?:ing)?|cut(?:ting)?|do) (?:him|her|them)sel(?:f|ves)|(?:take|end|taking|ending) (?:his|her|their) (?:own )?life|end it|suicidal|wants? to die|top (?:him|her)self)`,
    "iu",
  ),
  /\bdo (?:him|her|my)self in\b/iu,
];
/** Past and survived, of somebody else long ago, about services, or a figure of speech. */
export const notAtRisk =
  /\b(?:used to (?:feel|be|think|want)|years ago|got me through|today i|in (?:19|20)\d\d|suicide (?:prevention|rate|rates|line|awareness|training|on the line)|(?:about|by|a|had a|of a|political|the) suicide\b(?! every)|first aiders?|fund(?:ing)? (?:the|it)|posters|died by|assisted dying|will to live|rather die than (?:use|sit|go|be|work|take|eat)|that crossing|on that|ask people if|crisis (?:number|line))\b/iu;
