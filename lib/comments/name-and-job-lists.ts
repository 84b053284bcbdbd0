// Lists for the patterns of identifying-detail.rules.ts, each as alternatives of a regular expression.

/** Common first names that are no English town, month or common word at the start of a sentence. */
export const firstNames =
  "Aaliyah|Aaron|Abbas|Abdul|Abdullah|Abigail|Adam|Adebayo|Adele|Aditi|Agnes|Agnieszka|Ahmed|Aidan|Aileen|Aisha|Akash|Akua|Alan|Alastair|Aleksandra|Alexander|Alexandra|Alfie|Ali|Alice|Alisha|Alison|Althea|Amanda|Amara|Amelia|Amina|Amir|Amit|Amrit|Amy|Anand|Andrea|Andrew|Andrzej|Andy|Aneta|Angela|Angus|Anika|Anil|Anita|Anjali|Ann|Anna|Anne|Annie|Anthony|Anton|Antonio|Anwar|Anya|Archie|Arif|Arjun|Arthur|Asha|Ashok|Asif|Ayesha|Aziz|Babatunde|Barbara|Barry|Bartek|Basil|Baz|Beata|Becky|Ben|Benjamin|Bernadette|Bernard|Beryl|Beth|Bethany|Bev|Bilal|Bill|Billy|Bob|Bogdan|Brenda|Brendan|Brian|Bridget|Bronwen|Bruce|Bryan|Bryn|Callum|Cameron|Carl|Carla|Carlos|Carol|Caroline|Cath|Catherine|Cathy|Cecil|Chantelle|Charlene|Charles|Charmaine|Cheryl|Chidi|Chloe|Chris|Christine|Ciaran|Claire|Clare|Claude|Clive|Colin|Connor|Conor|Craig|Cynthia|Dafydd|Damian|Dan|Daniel|Danielle|Danny|Daphne|Darius|Darren|Dave|David|Davina|Dawn|Dean|Deb|Debbie|Deborah|Deepak|Deirdre|Denise|Dennis|Derek|Desmond|Devinder|Dewi|Diana|Diane|Dilip|Dimitri|Dmitri|Dominic|Dominik|Donald|Donna|Doreen|Doris|Dorothy|Duncan|Dwayne|Dylan|Eamonn|Eddie|Edith|Edward|Edwin|Efua|Eileen|Elaine|Eleanor|Elena|Elijah|Elizabeth|Ellie|Elsie|Emeka|Emily|Emma|Emmanuel|Enid|Eric|Ernest|Errol|Esme|Esther|Ethel|Eugene|Eva|Evan|Evelyn|Ewa|Ewan|Faisal|Farah|Farhan|Farooq|Fatima|Fatou|Felicity|Femi|Fergus|Fiona|Frances|Francis|Frank|Fred|Freda|Freddie|Gabriel|Gareth|Gary|Gavin|Gaz|Gemma|Geoff|George|Geraint|Gerald|Geraldine|Gerard|Gertrude|Giles|Gill|Gillian|Gina|Ginny|Glenn|Glenys|Gloria|Gordon|Graeme|Graham|Greg|Grzegorz|Gurpreet|Gwen|Gwendoline|Gwyneth|Habib|Hamza|Hanif|Hannah|Harjit|Harold|Harpreet|Harriet|Harry|Harvey|Hassan|Hayley|Heather|Hector|Helen|Henry|Herbert|Hilary|Hilda|Hugh|Hussain|Hussein|Ian|Ibrahim|Idris|Ifeoma|Imogen|Imran|Indira|Ingrid|Iqbal|Irene|Irfan|Isaac|Isabel|Isabella|Ishaan|Ismail|Ivan|Jack|Jackie|Jacob|Jacqueline|Jacqui|Jade|Jagdeep|Jamal|James|Jamie|Jamila|Jan|Jane|Janet|Jarek|Jason|Jaswinder|Jatinder|Javed|Jayne|Jean|Jeffrey|Jemma|Jennifer|Jenny|Jeremy|Jerome|Jerzy|Jess|Jesse|Jessica|Jill|Jim|Jo|Joan|Joanna|Joanne|Joe|Joel|John|Johnny|Jonathan|Joseph|Josephine|Josh|Joshua|Joyce|Juan|Judith|Julia|Julian|Julie|Juliet|Justin|Kamal|Kamran|Karen|Karim|Karl|Karol|Kasia|Katarzyna|Kate|Kath|Katherine|Kathleen|Kathryn|Katie|Kayleigh|Keisha|Keith|Kelly|Kelvin|Ken|Kenneth|Kerry|Kev|Kevin|Kez|Khadija|Khalid|Kieran|Kim|Kiran|Kirk|Kirsty|Kofi|Krishna|Krystyna|Krzysztof|Kulwinder|Kwame|Kyle|Lakshmi|Latisha|Laura|Lauren|Laurence|Leah|Leanne|Lee|Leila|Lenny|Leonard|Leroy|Lesley|Leslie|Liam|Lillian|Linda|Lionel|Lisa|Liz|Llewellyn|Lorna|Lorraine|Louis|Louise|Lucia|Lucy|Lukasz|Luke|Lydia|Lynn|Mabel|Maciek|Madeleine|Magda|Maggie|Mahmood|Malc|Malcolm|Malgorzata|Malik|Mandy|Manjit|Marcia|Marcin|Marcus|Marek|Margaret|Maria|Marian|Marie|Marilyn|Marion|Marjorie|Marlene|Marlon|Martha|Martin|Martina|Marvin|Mary|Matt|Matthew|Maureen|Maurice|Mavis|Megan|Mehmet|Melanie|Melvin|Michael|Michal|Michelle|Mick|Mike|Mikhail|Mildred|Milton|Minnie|Miriam|Mitch|Mohamed|Mohammed|Moira|Mollie|Molly|Mona|Monica|Monika|Moses|Muhammad|Muriel|Myra|Nadeem|Nadia|Nadine|Nancy|Naomi|Narinder|Naseem|Nasreen|Natalie|Natasha|Nathan|Nathaniel|Naveed|Neil|Nerys|Ngozi|Nicholas|Nick|Nicola|Nicole|Nigel|Nikhil|Nikki|Nina|Nisha|Noor|Nora|Norma|Norman|Oliver|Olivia|Olu|Oluwaseun|Omar|Oscar|Owen|Pablo|Padraig|Pam|Parveen|Pat|Patricia|Patrick|Paul|Paula|Paulette|Pauline|Pawel|Percy|Peter|Phil|Philip|Phillip|Phyllis|Piotr|Prakash|Pravin|Preeti|Priscilla|Priya|Priyanka|Rachael|Rachel|Rafal|Raheem|Raj|Rajesh|Rajinder|Ralph|Ramesh|Randeep|Rani|Rashid|Ravi|Ravinder|Raymond|Rebecca|Reece|Reggie|Rehana|Renata|Rhian|Rhiannon|Rhodri|Rhys|Richard|Rita|Riya|Rob|Robbie|Robert|Roberto|Rodney|Roger|Rohan|Roland|Ron|Ronald|Ronnie|Rosemary|Rosie|Ross|Roxanne|Rubina|Rukhsana|Rupert|Ruth|Ryan|Sabina|Sadia|Saeed|Saira|Sajid|Saleem|Sally|Salma|Sam|Samantha|Samina|Samir|Samuel|Sandra|Sanjay|Sanjeev|Sarah|Satnam|Saul|Scott|Seamus|Sean|Selina|Shabana|Shabnam|Shahid|Shane|Shannon|Sharon|Shaun|Shaz|Shazia|Sheila|Shelley|Shirley|Siddiq|Simon|Simone|Sinead|Siobhan|Sonia|Sophie|Stacey|Stan|Stefan|Stella|Steph|Stephen|Steve|Steven|Stewart|Stuart|Sue|Sukhdev|Sukhvinder|Sunil|Sunita|Suresh|Surinder|Susan|Suzanne|Svetlana|Sybil|Sylvia|Tahir|Tamara|Tanisha|Tanya|Tariq|Tasha|Taslima|Terence|Teresa|Terrence|Terry|Tess|Thelma|Theo|Theresa|Thierry|Thomas|Thomasz|Tim|Tina|Tobias|Toby|Tom|Tomasz|Tony|Tracey|Tracy|Trevor|Trish|Tunde|Tyrone|Ursula|Usha|Usman|Valerie|Vera|Veronica|Vicky|Vijay|Vikram|Vincent|Viv|Vivian|Wahid|Walter|Wanda|Waseem|Wayne|Wendell|Wendy|Wilf|Wilfred|Winifred|Winston|Wojtek|Wyn|Xavier|Yasmin|Yolanda|Yusuf|Yvonne|Zaheer|Zahra|Zainab|Zara|Zoe|Zofia|Zubair";

/** Words in capitals that follow a first name and are no surname. */
export const nonSurnames =
  "Road|Street|Lane|Avenue|Way|Station|Hospital|School|Academy|Park|Square|Dock|Docks|House|Bridge|Centre|College|University|Works|Airport|Infirmary|Hall|Arena|Lewis|Street’s|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|I|The|And|But|We|They|It|Is|In|On|At|To|Local|Industrial|Strategy";

/** Whoever is somebody's: what a name follows. */
export const relationshipPatterns = [
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
  "[Gg]ran",
  "[Nn]an",
  "[Ff]oreperson",
  "[Ll]eader",
  "[Nn]eighbour",
  "[Tt]win",
  "[Ll]ass",
].join("|");

/** Jobs of which there may be one in a place. */
export const jobTitles =
  "driver|nurse|carer|welder|fitter|electrician|engineer|technician|chef|cook|cleaner|teacher|apprentice|trainee|operator|worker|manager|supervisor|rep|steward|porter|guard|pilot|machinist|joiner|plumber|roofer|mechanic|midwife|paramedic|librarian|receptionist|secretary|cashier|caretaker|skipper|postman|postwoman|planner|surveyor|chemist|pharmacist|physio|physiotherapist|therapist|dentist|vet|lecturer|tutor|vicar|gardener|barmaid|barman|postmaster|stationmaster|midwife|signer|lollipop (?:lady|man)|convenor|headteacher|chair|treasurer|warden|ranger|signaller|picker|packer|baker|butcher|tailor|blacksmith";
