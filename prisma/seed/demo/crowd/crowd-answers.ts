import type { AnswerDecision } from "@/prisma/generated/enums";

type Answer = { decision: AnswerDecision; why: string; changed: string | null };
const accepted = (why: string, changed: string): Answer => ({ decision: "accepted", why, changed });
const partly = (why: string, changed: string): Answer => ({ decision: "partly_accepted", why, changed });
const rejected = (why: string): Answer => ({ decision: "rejected", why, changed: null });
const included = (why: string): Answer => ({ decision: "already_included", why, changed: null });

/** What the made-up officers answer, by theme. */
export const answersToThemes: Record<string, Answer> = {
  pay: partly(
    "You wrote that pay has not kept up with rent. We cannot set wages. We can choose what our grants ask for.",
    "From April a firm that takes a grant of more than £50,000 tells us what its lowest paid people earn. We will publish it.",
  ),
  "hours-contracts": accepted(
    "You asked for your hours in writing and in time.",
    "Four weeks’ notice of shifts is now a condition of every new grant.",
  ),
  voice: rejected(
    "You asked for two seats for workers. The board voted on it in September, and it was lost by one vote.",
  ),
  skills: partly(
    "You wrote that courses are held when you work.",
    "One course in three will be in the evening from next autumn. We have no money yet for the bus home.",
  ),
  automation: accepted(
    "You asked to try new systems before they are bought.",
    "Whoever asks for money for a machine will say who tried it, and what they thought.",
  ),
  "ai-data": partly(
    "You asked what is measured, and who sees it.",
    "We will ask this of our own projects. We cannot ask it of firms that take no money from us.",
  ),
  "just-transition": rejected(
    "You asked for a date and a plan for the furnaces. Their owner has to give them, and has not.",
  ),
  "job-loss": partly(
    "You wrote that help came late and was a leaflet.",
    "There is now one person to ring, from the day a closure is announced.",
  ),
  "transport-to-work": partly(
    "Most of you wrote about buses. We pay for few of them.",
    "What we pay for will run before six. We have asked the companies for the rest, and will publish what they reply.",
  ),
  housing: rejected(
    "You wrote about rents. This strategy has no money for homes. We sent your comments to the councils.",
  ),
  "childcare-care": partly(
    "You wrote that care is paid by the minute.",
    "We asked the councils to pay for the time between visits. One has agreed.",
  ),
  "health-safety": included(
    "The fund for small firms already pays for gloves, lifts and lights. Few of you had heard of it.",
  ),
  equality: accepted(
    "You wrote that nobody who uses a wheelchair can get in.",
    "We visited six sites. Four are being changed.",
  ),
  procurement: accepted(
    "You asked somebody to check afterwards.",
    "One person checks promises a year later, and the list is public.",
  ),
  "public-services": rejected("You asked us to keep what is open. It is not ours to close or to keep."),
  "town-centres": partly("You asked for toilets before gateways.", "Both towns get toilets. The gateway is smaller."),
  "rural-coastal": partly(
    "You wrote that people work in the countryside too.",
    "A fifth of the fund is for places of under 5,000 people.",
  ),
  broadband: included("The lanes you named are in the plan for next year. We have put the map on our page."),
  "young-workers": partly(
    "You asked for reasons to stay.",
    "Apprenticeships will begin in January as well as in September.",
  ),
  "migrant-workers": accepted(
    "You asked for safety sheets that people can read.",
    "Firms that take a grant will give them in the languages of the people who work there.",
  ),
  governance: rejected(
    "You asked who is on the board, and why. The names are on our page. The rules of the board say how they are chosen.",
  ),
  "clean-growth": partly(
    "You asked for courses in the slack months.",
    "Two of the four courses on heat pumps are now in winter.",
  ),
  "future-mobility": included("Electric buses are in it, and so is the work of looking after them here."),
  "ageing-society": rejected(
    "You asked what there is for people who are worn out and not yet old. We have nothing yet, and should.",
  ),
};

/** The second version of a strategy. `before` is the end of a paragraph of the first. */
export const secondVersion = {
  strategyId: "west-midlands",
  sectionNumber: 2,
  about: {
    title: "What is known of it, after three months of comments",
    note: "Section 2 now says something about hours and about training in paid time, because many of you wrote about them. Nothing else has changed.",
    contact: "This is a made-up demonstration. There is nobody to contact.",
  },
  before: "What would help you to train, earn more or move up where you work now?",
  after:
    "Many of you wrote that you learn your shifts a few days before, and that you train in your own time. So this version asks that money for skills goes to firms that give four weeks’ notice of shifts and train people in paid hours. What else would help you to train, earn more or move up where you work now?",
  themeId: "hours-contracts",
  answer: accepted(
    "More of you wrote about hours than about almost anything else. You asked for notice of your shifts, and for contracts with the hours you work.",
    "Version 2 asks for four weeks’ notice of shifts wherever money for skills is spent. It does not ask for contracts with fixed hours: we have asked firms what that would mean, and will answer by March.",
  ),
};
