// Lists for the patterns of rules.ts, each as alternatives of a regular expression.

/** Common first names that are no English town, month or common word at the start of a sentence. */
export const firstNames =
  "Aaron|Abdul|Adam|Ahmed|Aisha|Alan|Ali|Alice|Alison|Amanda|Amir|Amy|Andrew|Andy|Angela|Ann|Anna|Anne|Annie|Anthony|Anwar|Asif|Barbara|Barry|Ben|Beth|Bev|Bill|Billy|Bob|Brenda|Brian|Callum|Carol|Caroline|Catherine|Cath|Chloe|Chris|Christine|Claire|Colin|Craig|Damian|Dan|Daniel|Darren|Dave|David|Dawn|Dean|Deb|Debbie|Deborah|Denise|Derek|Diane|Dimitri|Donna|Doreen|Dylan|Eileen|Elaine|Elizabeth|Ellie|Emily|Emma|Eric|Ewa|Faisal|Fatima|Fiona|Frank|Gareth|Gary|Gaz|Gemma|Geoff|George|Gill|Glenn|Graham|Greg|Hannah|Harry|Hassan|Hayley|Heather|Helen|Ian|Imran|Irene|Jack|Jackie|Jade|James|Jan|Jane|Janet|Jason|Jean|Jenny|Jess|Jessica|Jim|Jo|Joan|Joanne|Joe|John|Jonathan|Josh|Joyce|Judith|Julie|Karen|Kate|Katie|Kath|Kathleen|Keith|Kelly|Ken|Kerry|Kev|Kevin|Kim|Kirsty|Kwame|Laura|Lauren|Lee|Leanne|Liam|Linda|Lisa|Liz|Louise|Lucy|Luke|Lynn|Maggie|Malcolm|Mandy|Margaret|Maria|Martin|Mary|Matt|Matthew|Maureen|Megan|Michael|Michelle|Mick|Mike|Mohammed|Mohamed|Muhammad|Nadia|Natalie|Nasreen|Neil|Nicola|Nigel|Nick|Norman|Olivia|Pam|Pat|Patricia|Paul|Paula|Pauline|Peter|Phil|Philip|Piotr|Priya|Rachel|Raj|Ravi|Rebecca|Richard|Rob|Robert|Roger|Ron|Rosemary|Ross|Ryan|Sally|Sam|Samantha|Sandra|Sanjay|Sarah|Saira|Scott|Sean|Shabana|Sharon|Sheila|Shirley|Simon|Sophie|Stacey|Stan|Steph|Stephen|Steve|Steven|Stuart|Sue|Sunita|Susan|Suresh|Tanya|Terry|Tess|Thomas|Tim|Tina|Tom|Tony|Tracey|Tracy|Trevor|Vera|Vicky|Vikram|Wayne|Wendy|Yasmin|Yusuf|Zoe";

/** Words in capitals that follow a first name and are no surname. */
export const notSurnames =
  "Road|Street|Lane|Avenue|Way|Station|Hospital|School|Academy|Park|Square|Dock|Docks|House|Bridge|Centre|College|University|Works|Airport|Infirmary|Hall|Arena|Lewis|Street’s|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|I|The|And|But|We|They|It|Is|In|On|At|To|Local|Industrial|Strategy";

/** Whoever is somebody's: what a name follows. */
export const relations = [
  "[Mm]anager",
  "[Ss]upervisor",
  "[Bb]oss",
  "[Gg]affer",
  "[Ff]oreman",
  "[Ff]orewoman",
  "[Tt]eam leader",
  "[Dd]irector",
  "[Cc]olleague",
  "[Ww]orkmate",
  "[Mm]ate",
  "[Ff]riend",
  "[Hh]usband",
  "[Ww]ife",
  "[Pp]artner",
  "[Ss]on",
  "[Dd]aughter",
  "[Bb]rother",
  "[Ss]ister",
  "[Mm]um",
  "[Dd]ad",
  "[Ss]teward",
  "[Rr]ep",
  "[Oo]wner",
  "[Nn]urse",
  "[Dd]river",
  "[Aa]pprentice",
  "[Ll]ad",
  "[Hh]ead",
  "[Mm]atron",
].join("|");

/** Jobs of which there may be one in a place. */
export const jobs =
  "driver|nurse|carer|welder|fitter|electrician|engineer|technician|chef|cook|cleaner|teacher|apprentice|trainee|operator|worker|manager|supervisor|rep|steward|porter|guard|pilot|machinist|joiner|plumber|roofer|mechanic|midwife|paramedic|librarian|receptionist|secretary|cashier|caretaker|skipper|postman|postwoman|planner|surveyor|chemist|pharmacist|physio|physiotherapist|therapist|dentist|vet|lecturer|tutor|warden|ranger|signaller|picker|packer|baker|butcher|tailor|blacksmith";
