import { paths } from "@/lib/routes";

/** The notice above each page of the demonstration, and in each embedded chart. */
export const demoNotice = {
  title: "A made-up demonstration.",
  text: "The people, comments and answers are not real. The bodies and unions named here did not say what it shows.",
};

/** A step: what to do, and the page where; without a page, it goes on from the one before. */
export type TourStep = { text: string; page?: { href: string; name: string } };
export type Tour = { id: string; title: string; lead: string; castKey: string; steps: TourStep[] };

const strategy = "west-midlands";

/** Three ways through the demonstration of about three minutes each. Each begins by signing in as one of the cast. */
export const demoTours: Tour[] = [
  {
    id: "worker",
    title: "A worker",
    lead: "You drive a bus in Dudley. You have 3 minutes before your shift.",
    castKey: "bus-driver",
    steps: [
      {
        text: "Find the strategy for the town where you work.",
        page: { href: `${paths.find}?q=Dudley`, name: "Find" },
      },
      {
        text: "Read one section and what other people say about it.",
        page: { href: paths.section(strategy, 3), name: "Section 3" },
      },
      { text: "Agree or disagree with a few comments.", page: { href: paths.react(strategy), name: "React" } },
      { text: "Write one comment of your own.", page: { href: paths.write(strategy, 3), name: "Write" } },
      { text: "See what happened to the comments you sent.", page: { href: paths.my, name: "My comments" } },
    ],
  },
  {
    id: "rep",
    title: "A rep",
    lead: "You are a union rep. You read comments before everyone can see them.",
    castKey: "rep-dudley",
    steps: [
      {
        text: "See how many comments are waiting, and which are urgent.",
        page: { href: paths.moderation, name: "Queue" },
      },
      { text: "Open the first one. Somebody may be in danger: see who to call, then go back." },
      { text: "Open the next one. Publish it, or send it back with a reason." },
      {
        text: "See what you and your colleagues decided, as everyone can.",
        page: { href: paths.record(strategy), name: "Record" },
      },
      { text: "Check which days you are on the rota.", page: { href: paths.rota, name: "Rota" } },
    ],
  },
  {
    id: "officer",
    title: "An officer",
    lead: "You work for the West Midlands Combined Authority. Your board paper is due on Friday.",
    castKey: "officer-west-midlands",
    steps: [
      {
        text: "Read the summary: who took part, and how far they agree.",
        page: { href: paths.strategySummary(strategy), name: "Summary" },
      },
      { text: "Find the themes that still need an answer.", page: { href: paths.officer, name: "Your desk" } },
      { text: "Answer one of them. A second officer checks it before it is published." },
      {
        text: "See the second version: one paragraph changed because of comments.",
        page: { href: paths.version(strategy, 2), name: "Version 2" },
      },
      {
        text: "See how a campaign of 499 messages looks in another area.",
        page: { href: paths.strategySummary("greater-manchester"), name: "Greater Manchester" },
      },
      { text: "See all of England side by side.", page: { href: paths.england, name: "England" } },
    ],
  },
];
