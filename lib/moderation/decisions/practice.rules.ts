import type { ReasonCode } from "@/lib/moderation/decisions/reason.rules";
import type { ModerationAction } from "@/prisma/generated/enums";

/** What a rep can choose for a new comment. */
export const practiceActions = ["publish", "return", "redact", "reject"] as const satisfies ModerationAction[];
export type PracticeAction = (typeof practiceActions)[number];

/** A made-up comment. `action` is what the rules lead to; `alsoFine`, other decisions that they allow. */
export type PracticeCase = {
  text: string;
  action: PracticeAction;
  alsoFine?: PracticeAction[];
  reason?: ReasonCode;
  /** What is masked or has to change, exactly as in the text. */
  phrases?: string[];
  why: string;
};

/** Twenty made-up comments to practise on, none of which anybody sent. */
export const practiceCases: readonly PracticeCase[] = [
  {
    text: "The first bus to the hospital comes at 6:10. My shift starts at 6. Please run one earlier.",
    action: "publish",
    why: "It says what the strategy could change and names nobody. A shift that many people share identifies no one.",
  },
  {
    text: "The council leader has broken every promise on housing. She should be ashamed.",
    action: "publish",
    why: "Criticism of a politician for what they did in office is what a consultation is for. It is sharp, but it is no insult to her as a person.",
  },
  {
    text: "Ask Maureen on the night desk at Holly Lodge. She has not had a break since May.",
    action: "redact",
    alsoFine: ["return"],
    reason: "identifies-someone",
    phrases: ["Maureen on the night desk at Holly Lodge"],
    why: "Her employer would know her straight away. Masking keeps the point about breaks. Sending it back also works: the author can write “a colleague”.",
  },
  {
    text: "This is all a load of rubbish and so are you lot.",
    action: "publish",
    alsoFine: ["reject"],
    reason: "off-topic",
    why: "Rude, but it insults nobody in particular, and people may be angry. It says nothing about the strategy, so “not about this strategy” is fair too.",
  },
  {
    text: "Best rates on garden sheds! See shedworld.example and use the code SHED10.",
    action: "reject",
    reason: "advert",
    why: "It sells something and has nothing to say about the strategy. There is nothing to save by masking.",
  },
  {
    text: "The managers at the depot are all thieves. They steal our overtime and everybody knows it.",
    action: "return",
    alsoFine: ["reject"],
    reason: "not-lawful",
    phrases: ["are all thieves"],
    why: "It accuses people of a crime. The point about overtime is worth hearing: send it back, and say which part to change.",
  },
  {
    text: "I am the only electrician on the lifts at Eastgate. We need apprentices or nobody can do this after me.",
    action: "return",
    alsoFine: ["redact", "publish"],
    reason: "identifies-someone",
    phrases: ["only electrician on the lifts at Eastgate"],
    why: "The author identifies themselves. They may not mind, or may not have noticed. Ask them first: it is their risk.",
  },
  {
    text: "Why is there nothing here about childcare? I cannot take the training if nobody has my kids.",
    action: "publish",
    why: "What is missing from a strategy is about the strategy.",
  },
  {
    text: "Bring back the death penalty.",
    action: "reject",
    reason: "off-topic",
    why: "Nobody who leads this strategy can change that. An opinion that you dislike is no reason on its own; that it is about something else is.",
  },
  {
    text: "People from the new estate are animals and should not get our jobs.",
    action: "reject",
    reason: "insults",
    why: "It insults a group for where they live. Nothing is left of it without the insult.",
  },
  {
    text: "There are too many agency workers at the port and it holds wages down for all of us. Fix that first.",
    action: "publish",
    why: "It is about pay and how people are employed. It blames a practice, not the agency workers.",
  },
  {
    text: "My inhaler runs out every week in that warehouse because of the dust. It is the one off junction 9.",
    action: "publish",
    alsoFine: ["return"],
    reason: "identifies-someone",
    why: "Health is private, but the author chose to say it, and many people work there. If you think that colleagues would know them, ask.",
  },
  {
    text: "Ring me on 07700 900123 and I will show you the state of the canteen.",
    action: "redact",
    alsoFine: ["return"],
    reason: "identifies-someone",
    phrases: ["07700 900123"],
    why: "A phone number identifies its owner. The rest can be published.",
  },
  {
    text: "We want a tram. We want a tram. We want a tram. We want a tram.",
    action: "publish",
    why: "It says one thing four times, and it is about transport. “Sent before” is for a whole comment that the same author has sent already.",
  },
  {
    text: "My supervisor touches the young ones and HR looks away. I have told them three times.",
    action: "return",
    alsoFine: ["reject"],
    reason: "not-lawful",
    phrases: ["touches the young ones"],
    why: "It accuses one person of a crime, so it cannot be published like this. The author needs help more than a rule: offer it in your message, and tell your safeguarding contact.",
  },
  {
    text: "If I see him on the gate again I will put him in hospital.",
    action: "reject",
    reason: "not-lawful",
    why: "It is a threat. It comes to the top of the queue. If you think that somebody is in danger now, call 999 and your safeguarding contact.",
  },
  {
    text: "Since they cut the line I cannot see a way out. Some days I do not want to be here.",
    action: "publish",
    alsoFine: ["return"],
    reason: "identifies-someone",
    why: "It breaks no rule. The person comes first: tick “Send the author a message”, tell your safeguarding contact, and take a break yourself.",
  },
  {
    text: "Dyslexic so sory for speling. Colege is to far, no bus after 4, thats why i left the corse.",
    action: "publish",
    why: "Spelling is no reason for anything. It says exactly what is wrong, and why.",
  },
  {
    text: "I work for the firm that is named on page 12, and they are paying to have this section written their way.",
    action: "return",
    alsoFine: ["reject"],
    reason: "not-lawful",
    phrases: ["they are paying to have this section written their way"],
    why: "It accuses a firm of buying influence. Ask the author to say what is wrong with the section. How the strategy was written is a fair subject.",
  },
  {
    text: "The union reps who read this are in the pocket of the bosses. Prove me wrong and publish it.",
    action: "publish",
    why: "It is about us. That is the best reason not to hide it.",
  },
];
