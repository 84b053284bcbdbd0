/** Where “Leave this page” leads: a page that anybody may be reading. */
export const leavePageUrl = "https://www.bbc.co.uk/weather";

/**
 * Who may use a route at all; what they find there may belong to some of them only.
 * public: everybody · session: a session, also of staff before their second step · participant: signed in, by receipt
 * or account · account: signed in by account · staff: any role, also before the second step · rep, union, officer,
 * admin: that role
 */
export type Access = "public" | "session" | "participant" | "account" | "staff" | "rep" | "union" | "officer" | "admin";

/**
 * What changes a public page (docs/editions.md).
 * edition: it shows what people wrote or chose as of the newest edition, without what was withdrawn, removed or held since
 * officials: what bodies and unions publish themselves, at once; of people it shows what an edition published
 * text: our own text · visitor: a form, or what belongs to whoever asks
 */
export type Moves = "edition" | "officials" | "text" | "visitor";

export type Route = {
  /** ":name" is one segment of an address. */
  path: string;
  /** The groups that may open it. */
  access: Access | readonly Access[];
  /** What changes it, for a page that everybody may open. */
  moves?: Moves;
  /** Cache tags of a page that is the same for everybody; "{name}" is a segment. Without tags it is made for each. */
  tags?: readonly string[];
  /** The query keys that reach such a page: all others are dropped. */
  query?: readonly string[];
  /** The largest body in bytes, where it may be larger than the default of lib/server/request-limits.ts. */
  bodyLimit?: number;
  /** What makes it expensive: a client gets only so many in a quarter of an hour. A search without a text is none. */
  costs?: "search" | "export";
  /** Whether the page loads React's scripts; all others are plain HTML. */
  hydrates?: true;
  /** Whether other sites may show it in a frame, see docs/decisions/0066. */
  embeddable?: true;
  /** Whether people type at length there: the browser must restore their text when they press Back, until they leave. */
  preservesTypedText?: true;
  /** Whether its POST may come from elsewhere: from a mail program, to an address that holds a secret. */
  acceptsCrossSite?: true;
  /** Whether pages request it by themselves: it does not count as use of a session, which ends while nobody is there. */
  isAutomatic?: true;
  /** Whether its POST is answered without Next, see lib/server/fast-path.ts. */
  fastPath?: true;
  /** What breadcrumbs of the pages below call it: "{number}" is a segment, "{area}" the name behind its slug. */
  crumb?: string;
};

const everything = ["strategy:*", "body:*"];
const anyStrategy = ["strategy:*"];
const strategy = ["strategy:{slug}"];
const body = ["body:{slug}"];
const thread = ["strategy:{slug}", "thread:{id}"];
const neverStale: string[] = [];

const kilobyte = 1024;
const sheetOfComments = 1100 * kilobyte; // the file, and the form round it
const strategyDocument = 9 * 1024 * kilobyte; // pasted, or a file with pictures

/** Every page and route under app/, one row each. scripts/check/routes.test.ts compares the two. */
export const routes = {
  // public pages
  home: { path: "/", access: "public", moves: "edition", tags: everything },
  find: {
    path: "/find",
    access: "public",
    moves: "edition",
    tags: anyStrategy,
    query: ["q", "district"],
    costs: "search",
  },
  leps: { path: "/leps", crumb: "LEPs", access: "public", moves: "edition", tags: everything },
  england: {
    path: "/england",
    crumb: "England",
    access: "public",
    moves: "edition",
    tags: everything,
    query: ["measure"],
  },
  englandCsv: { path: "/england/figures.csv", access: "public", moves: "edition", tags: everything },
  englandChartCsv: {
    path: "/england/charts/:chart/figures.csv",
    access: "public",
    moves: "edition",
    tags: everything,
  },
  englandChartSvg: { path: "/england/charts/:chart/chart.svg", access: "public", moves: "edition", tags: everything },
  union: { path: "/unions/:slug", access: "public", moves: "edition", tags: everything },
  unionCsv: { path: "/unions/:slug/figures.csv", access: "public", moves: "edition", tags: everything },
  unionChartCsv: {
    path: "/unions/:slug/charts/:chart/figures.csv",
    access: "public",
    moves: "edition",
    tags: everything,
  },
  unionChartSvg: {
    path: "/unions/:slug/charts/:chart/chart.svg",
    access: "public",
    moves: "edition",
    tags: everything,
  },
  lep: { path: "/leps/:slug", crumb: "{area}", access: "public", moves: "edition", tags: body },
  lepPaper: { path: "/leps/:slug/paper", access: "public", moves: "edition", tags: body },
  lepPaperDocx: { path: "/leps/:slug/paper.docx", access: "public", moves: "edition", costs: "export" },
  lepFigures: { path: "/leps/:slug/figures", access: "public", moves: "edition", tags: body },
  lepAnswersFeed: { path: "/leps/:slug/answers.atom", access: "public", moves: "officials", tags: body },
  lepReleasesFeed: { path: "/leps/:slug/releases.atom", access: "public", moves: "edition", tags: body },
  lepSummaryCsv: { path: "/leps/:slug/summary.csv", access: "public", moves: "edition", costs: "export" },
  lepSummaryXlsx: { path: "/leps/:slug/summary.xlsx", access: "public", moves: "edition", costs: "export" },
  lepSummaryPage: {
    path: "/leps/:slug/summary/:page",
    access: "public",
    moves: "edition",
    tags: body,
    query: ["subject"],
  },
  lepSubject: { path: "/leps/:slug/:subject", access: "public", moves: "edition", tags: body },
  lepSubjectPaper: { path: "/leps/:slug/:subject/paper", access: "public", moves: "edition", tags: body },
  lepSubjectPaperDocx: { path: "/leps/:slug/:subject/paper.docx", access: "public", moves: "edition", costs: "export" },
  lepSubjectFeed: { path: "/leps/:slug/:subject/answers.atom", access: "public", moves: "officials", tags: body },
  embed: { path: "/embed/leps/:slug/:figure", access: "public", moves: "edition", tags: body, embeddable: true },
  strategies: { path: "/strategies", crumb: "Strategies", access: "public", moves: "edition", tags: anyStrategy },
  strategy: { path: "/strategies/:slug", crumb: "{area}", access: "public", moves: "edition", tags: strategy },
  version: { path: "/strategies/:slug/versions/:number", access: "public", moves: "officials", tags: strategy },
  section: {
    path: "/strategies/:slug/sections/:number",
    crumb: "Section {number}",
    access: "public",
    moves: "edition",
    tags: strategy,
    query: ["sort", "stance", "theme", "paragraph", "after"],
  },
  comments: {
    path: "/strategies/:slug/comments",
    access: "public",
    moves: "edition",
    tags: strategy,
    query: ["q", "sort", "stance", "theme", "foundation", "section", "after"],
    costs: "search",
  },
  thread: {
    path: "/strategies/:slug/threads/:id",
    crumb: "Thread",
    access: "public",
    moves: "edition",
    tags: thread,
    query: ["after", "reply"],
  },
  answers: {
    path: "/strategies/:slug/answers",
    access: "public",
    moves: "officials",
    tags: strategy,
    query: ["after", "answer"],
  },
  answersFeed: { path: "/strategies/:slug/answers.atom", access: "public", moves: "officials", tags: strategy },
  responses: {
    path: "/strategies/:slug/responses",
    crumb: "Union responses",
    access: "public",
    moves: "officials",
    tags: strategy,
    query: ["after"],
  },
  response: {
    path: "/strategies/:slug/responses/:id",
    crumb: "Response",
    access: "public",
    moves: "officials",
    tags: strategy,
  },
  responseRevision: {
    path: "/strategies/:slug/responses/:id/revisions/:number",
    access: "public",
    moves: "officials",
    tags: strategy,
  },
  paper: { path: "/strategies/:slug/paper", access: "public", moves: "officials", tags: strategy, query: ["size"] },
  strategySummary: {
    path: "/strategies/:slug/summary",
    crumb: "Summary",
    access: "public",
    moves: "edition",
    tags: strategy,
  },
  strategySummaryPaper: {
    path: "/strategies/:slug/summary/paper",
    access: "public",
    moves: "edition",
    tags: strategy,
  },
  strategySummaryPaperDocx: {
    path: "/strategies/:slug/summary/paper.docx",
    access: "public",
    moves: "edition",
    costs: "export",
  },
  strategySummaryCsv: { path: "/strategies/:slug/summary.csv", access: "public", moves: "edition", costs: "export" },
  strategySummaryXlsx: { path: "/strategies/:slug/summary.xlsx", access: "public", moves: "edition", costs: "export" },
  figureComments: {
    path: "/strategies/:slug/summary/comments",
    access: "public",
    moves: "edition",
    tags: strategy,
    query: [
      ...["lep", "place", "theme", "foundation", "section", "stance"],
      ...["subject", "campaign", "texts", "only", "after"],
    ],
  },
  strategySummaryPage: { path: "/strategies/:slug/summary/:page", access: "public", moves: "edition", tags: strategy },
  summaryChartCsv: {
    path: "/strategies/:slug/summary/charts/:chart/figures.csv",
    access: "public",
    moves: "edition",
    tags: everything,
    query: ["lep", "subject"],
  },
  summaryChartSvg: {
    path: "/strategies/:slug/summary/charts/:chart/chart.svg",
    access: "public",
    moves: "edition",
    tags: everything,
    query: ["lep", "subject"],
  },
  editions: {
    path: "/strategies/:slug/editions",
    access: "public",
    moves: "edition",
    tags: strategy,
    query: ["before"],
  },
  poster: { path: "/strategies/:slug/poster", access: "public", moves: "officials", tags: strategy },
  picture: { path: "/strategies/:slug/pictures/:id", access: "public", moves: "officials" },
  transparency: {
    path: "/transparency",
    crumb: "How we moderate",
    access: "public",
    moves: "edition",
    tags: everything,
  },
  record: {
    path: "/transparency/:slug",
    crumb: "{area}",
    access: "public",
    moves: "edition",
    tags: everything,
    query: ["before"],
  },
  recordHeads: { path: "/transparency/:slug/heads.txt", access: "public", moves: "edition", tags: body },
  recordHeadsFeed: { path: "/transparency/:slug/heads.atom", access: "public", moves: "edition", tags: body },
  compareHeads: { path: "/transparency/:slug/check", access: "public", moves: "visitor" },
  credits: { path: "/credits", access: "public", moves: "text", tags: neverStale },
  privacy: { path: "/privacy", access: "public", moves: "text", tags: neverStale },
  rules: { path: "/rules", access: "public", moves: "text", tags: neverStale },
  repGuide: { path: "/guides/reps", crumb: "Guide for reps", access: "public", moves: "text", tags: neverStale },
  practice: {
    path: "/guides/reps/practice",
    access: "public",
    moves: "text",
    tags: neverStale,
    query: ["comment", "decision"],
  },
  accessibility: { path: "/accessibility", access: "public", moves: "text", tags: neverStale },
  cookies: { path: "/cookies", access: "public", moves: "text", tags: neverStale },
  demo: { path: "/demo", access: "public", moves: "text" },
  securityTxt: { path: "/.well-known/security.txt", access: "public", moves: "text" },

  // data for programs
  openapi: { path: "/api/v1/openapi.json", access: "public", moves: "text", tags: neverStale },
  apiEngland: { path: "/api/v1/england", access: "public", moves: "edition", tags: everything },
  apiLeps: { path: "/api/v1/leps", access: "public", moves: "edition", tags: everything },
  apiLepSummary: { path: "/api/v1/leps/:slug/summary", access: "public", moves: "edition", tags: body },
  apiLepRelease: { path: "/api/v1/leps/:slug/releases/:number", access: "public", moves: "edition", tags: body },
  apiStrategies: { path: "/api/v1/strategies", access: "public", moves: "edition", tags: anyStrategy },
  apiStrategy: { path: "/api/v1/strategies/:slug", access: "public", moves: "edition", tags: strategy },
  apiStrategySummary: { path: "/api/v1/strategies/:slug/summary", access: "public", moves: "edition", tags: strategy },
  apiComments: {
    path: "/api/v1/strategies/:slug/comments",
    access: "public",
    moves: "edition",
    tags: strategy,
    query: ["cursor"],
  },
  apiTransparency: { path: "/api/v1/transparency", access: "public", moves: "edition", tags: everything },
  apiRecord: {
    path: "/api/v1/transparency/:slug/record",
    access: "public",
    moves: "edition",
    tags: body,
    query: ["after"],
  },
  apiTimestamps: { path: "/api/v1/transparency/timestamps", access: "public", moves: "edition", costs: "export" },
  apiRecordHeads: { path: "/api/v1/transparency/:slug/record/heads", access: "public", moves: "edition", tags: body },

  // taking part
  write: {
    path: "/strategies/:slug/sections/:number/write",
    access: "public",
    moves: "visitor",
    preservesTypedText: true,
  },
  sendComment: {
    path: "/strategies/:slug/sections/:number/write/send",
    access: "public",
    moves: "visitor",
    fastPath: true,
  },
  reply: { path: "/strategies/:slug/threads/:id/reply", access: "public", moves: "visitor", preservesTypedText: true },
  react: { path: "/strategies/:slug/react", access: "public", moves: "visitor" },
  reactToComment: { path: "/strategies/:slug/react/:comment", access: "public", moves: "visitor" },
  reactions: { path: "/strategies/:slug/reactions", access: "participant", fastPath: true },
  report: {
    path: "/strategies/:slug/report/:comment",
    crumb: "Report a comment",
    access: "public",
    moves: "visitor",
    preservesTypedText: true,
  },
  reportIllegal: {
    path: "/strategies/:slug/report/:comment/illegal",
    access: "public",
    moves: "visitor",
    preservesTypedText: true,
  },
  complaints: { path: "/complaints", access: "public", moves: "visitor", preservesTypedText: true },
  unsubscribe: { path: "/unsubscribe/:token", access: "public", moves: "visitor" },
  unsubscribeNow: { path: "/unsubscribe/:token/now", access: "public", moves: "visitor", acceptsCrossSite: true },
  unsent: { path: "/unsent", access: "public", moves: "visitor" },
  leave: { path: "/leave", access: "session" },
  left: { path: "/left", access: "public", moves: "text", tags: neverStale },
  signedOut: { path: "/signed-out", access: "public", moves: "text", tags: neverStale },
  clearPages: { path: "/signed-out/clear.css", access: "public", moves: "text", tags: neverStale },

  // signing in and out
  signIn: { path: "/sign-in", access: "public", moves: "visitor" },
  signInCode: { path: "/sign-in/code", access: "public", moves: "visitor" },
  signInLink: { path: "/sign-in/link/:token", access: "public", moves: "visitor" },
  signInWith: { path: "/sign-in/with/:provider", access: "public", moves: "visitor" },
  providerCallback: { path: "/api/auth/callback/:provider", access: "public", moves: "visitor" },
  formerProviderCallback: { path: "/sign-in/with/:provider/back", access: "public", moves: "visitor" },
  secondStep: { path: "/sign-in/second-step", access: "staff", hydrates: true },
  lostSecondStep: { path: "/sign-in/second-step/lost", access: "staff", hydrates: true },
  setUpSecondStep: { path: "/sign-in/second-step/set-up", access: "staff", hydrates: true },
  recoveryCodes: { path: "/sign-in/second-step/codes", access: "staff", hydrates: true },
  signOut: { path: "/sign-out", access: "session" },
  yourWork: { path: "/your-work", access: "public", moves: "visitor" },

  // a participant's own pages
  my: { path: "/my", crumb: "My comments", access: "participant" },
  myComment: { path: "/my/comments/:id", access: "participant" },
  withdrawComment: { path: "/my/comments/:id/withdraw", access: "participant" },
  commentLocation: { path: "/my/comments/:id/place", access: "participant" },
  appeal: { path: "/my/comments/:id/appeal", access: "participant" },
  mySanction: { path: "/my/sanctions/:id", access: "participant" },
  drafts: { path: "/my/drafts", access: "participant" },
  follows: { path: "/my/follows", access: "participant" },
  notices: { path: "/my/notices", access: "participant" },
  session: { path: "/my/session", access: "public", moves: "visitor", isAutomatic: true },
  myReactions: { path: "/my/reactions", access: "participant" },
  reports: { path: "/my/reports", crumb: "Your reports", access: "participant" },
  reportSent: { path: "/my/reports/sent", access: "public", moves: "visitor" },
  commentSent: { path: "/my/sent", access: "public", moves: "visitor" },
  receipt: { path: "/my/receipt", access: "public", moves: "visitor" },
  sessions: { path: "/my/sessions", access: "session" },
  myData: { path: "/my/data", access: "participant" },
  myDataFile: { path: "/my/data/file", access: "participant", costs: "export" },
  erase: { path: "/my/erase", access: "session" },
  erased: { path: "/my/erased", access: "public", moves: "text" },

  // moderation
  moderation: { path: "/moderation", crumb: "Moderation", access: "rep", hydrates: true },
  queueEvents: { path: "/moderation/events", access: "rep", isAutomatic: true },
  case: { path: "/moderation/cases/:id", crumb: "The comment", access: "rep", hydrates: true },
  claimCase: { path: "/moderation/cases/:id/claim", access: "rep", isAutomatic: true },
  decideCase: { path: "/moderation/cases/:id/decide", access: "rep" },
  sanction: { path: "/moderation/cases/:id/sanction", access: "rep", hydrates: true },
  appealQueue: { path: "/moderation/appeals", access: "rep", hydrates: true },
  rota: { path: "/moderation/rota", access: "rep", hydrates: true },
  repMails: { path: "/moderation/emails", access: "rep", hydrates: true },
  safeguarding: { path: "/moderation/safeguarding", access: ["rep", "union", "admin"], hydrates: true },
  originals: { path: "/moderation/originals", crumb: "Sealed originals", access: ["rep", "admin"], hydrates: true },
  original: { path: "/moderation/originals/:id", access: ["rep", "admin"], hydrates: true },

  // unions
  unions: { path: "/unions", crumb: "For your union", access: "public", moves: "officials" },
  meetings: { path: "/unions/meetings", crumb: "Meetings and paper forms", access: ["rep", "union"] },
  meeting: { path: "/unions/meetings/:id", crumb: "Record comments", access: "rep" },
  slips: { path: "/unions/meetings/:id/slips", access: "rep" },
  upload: { path: "/unions/meetings/:id/upload", crumb: "Upload comments", access: "rep", bodyLimit: sheetOfComments },
  uploadReview: { path: "/unions/meetings/:id/upload/:upload", access: "rep" },
  moderationModes: { path: "/unions/moderation", crumb: "When reps read comments", access: ["union", "admin"] },
  moderationMode: { path: "/unions/moderation/:slug", access: ["union", "admin"] },
  responseDraft: { path: "/unions/responses/:id", crumb: "Your union’s response", access: "union" },
  responseDraftPart: { path: "/unions/responses/:id/parts/:place", access: "union" },
  responseDraftMandate: { path: "/unions/responses/:id/mandate", access: "union" },

  // officers of lead bodies
  officer: { path: "/officer", crumb: "Your desk", access: "officer" },
  compare: { path: "/officer/compare", access: "officer" },
  compareReleases: { path: "/officer/releases", access: "officer" },
  officerNotes: { path: "/officer/notes/:body", access: "officer" },
  briefings: { path: "/officer/briefings", crumb: "Briefings", access: "officer" },
  newBriefing: { path: "/officer/briefings/new", access: "officer" },
  briefing: { path: "/officer/briefings/:id", access: "officer" },
  editBriefing: { path: "/officer/briefings/:id/edit", access: "officer" },
  briefingDocx: { path: "/officer/briefings/:id/briefing.docx", access: "officer" },
  newAnswer: { path: "/officer/answers/new", access: "officer" },
  answer: { path: "/officer/answers/:id", access: "officer" },
  officerStrategies: { path: "/officer/strategies", crumb: "Publish a strategy", access: ["officer", "admin"] },
  newStrategy: { path: "/officer/strategies/new", access: ["officer", "admin"] },
  officerThreads: { path: "/officer/strategies/:slug", crumb: "Comments, notes and tags", access: "officer" },
  officerThread: { path: "/officer/strategies/:slug/threads/:id", access: "officer" },
  publishStrategy: { path: "/officer/strategies/:slug/publish", access: ["officer", "admin"] },
  draftAbout: {
    path: "/officer/strategies/:slug/draft/about",
    access: ["officer", "admin"],
    bodyLimit: strategyDocument,
  },
  draftText: {
    path: "/officer/strategies/:slug/draft/words",
    access: ["officer", "admin"],
    bodyLimit: strategyDocument,
  },
  draftSection: {
    path: "/officer/strategies/:slug/draft/sections/:key",
    access: ["officer", "admin"],
    bodyLimit: strategyDocument,
  },
  draftMatch: {
    path: "/officer/strategies/:slug/draft/match",
    access: ["officer", "admin"],
    bodyLimit: strategyDocument,
  },
  draftPreview: { path: "/officer/strategies/:slug/draft/preview", access: ["officer", "admin"] },
  draftPoster: { path: "/officer/strategies/:slug/draft/poster", access: ["officer", "admin"] },
  draftPaper: { path: "/officer/strategies/:slug/draft/paper", access: ["officer", "admin"] },

  // facts about areas
  correctFact: { path: "/corrections/:slug", access: ["rep", "union", "officer"] },

  // admins
  admin: { path: "/admin", crumb: "Running the service", access: "admin" },
  bodies: { path: "/admin/bodies", access: "admin" },
  adminCorrections: { path: "/admin/corrections", crumb: "Corrections of facts", access: "admin" },
  adminCorrection: { path: "/admin/corrections/:id", access: "admin" },
  adminComplaints: { path: "/admin/complaints", crumb: "Complaints", access: "admin" },
  adminComplaint: { path: "/admin/complaints/:id", access: "admin" },
  lostFactors: { path: "/admin/lost-factors", access: "admin" },
  people: { path: "/admin/people", crumb: "People and roles", access: "admin" },
  newRole: { path: "/admin/people/new", access: "admin" },
  endRole: { path: "/admin/people/:id/end", access: "admin" },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;

type Segment<Name> = Name extends "number" ? number : string;
type Segments<Path> = Path extends `${string}/:${infer Name}/${infer Rest}`
  ? [Segment<Name>, ...Segments<`/${Rest}`>]
  : Path extends `${string}/:${infer Name}`
    ? [Segment<Name>]
    : [];
type Address<Path> = Segments<Path> extends [] ? string : (...segments: Segments<Path>) => string;

/** A string for a path without segments, and a function of the segments, in their order, for any other. */
function address(path: string): string | ((...segments: (string | number)[]) => string) {
  const [start = "", ...rest] = path.split(/:[a-z]+/);
  if (rest.length === 0) return path;
  return (...segments) => rest.reduce((text, part, i) => text + segments[i] + part, start);
}

const addresses = Object.fromEntries(Object.entries(routes).map(([name, { path }]) => [name, address(path)])) as {
  [Name in RouteName]: Address<(typeof routes)[Name]["path"]>;
};

/** The address to return to after signing in or a second step. */
const returningTo = (path: string, to: string) => `${path}?to=${encodeURIComponent(to)}`;

/** The addresses of all routes by name, and those with a query of ours. */
export const paths = {
  ...addresses,
  englandMeasure: (measure: string) => `${addresses.england}?measure=${measure}`,
  /** A comment in its thread, on the page of replies that it is on. */
  comment: (slug: string, thread: string, id: string) => `${addresses.thread(slug, thread)}?reply=${id}#comment-${id}`,
  /** A published answer, on the page of answers that it is on. */
  publishedAnswer: (slug: string, id: string) => `${addresses.answers(slug)}?answer=${id}#answer-${id}`,
  writeOn: (slug: string, number: number, paragraph: string | null) =>
    `${addresses.write(slug, number)}${paragraph ? `?paragraph=${paragraph}` : ""}`,
  lepSubjectPage: (slug: string, page: string, subject: string) =>
    `${addresses.lepSummaryPage(slug, page)}?subject=${subject}`,
  /** Exactly the comments and replies that are counted under a theme of a strategy. */
  commentsOn: (slug: string, theme: string) => `${addresses.figureComments(slug)}?theme=${theme}`,
  newBriefing: (body: string, lep: string) => `${addresses.newBriefing}?body=${body}&lep=${lep}`,
  newAnswer: (slug: string, kind: string, source: string) =>
    `${addresses.newAnswer}?strategy=${slug}&kind=${kind}&point=${source}`,
  secondStep: (to: string) => returningTo(addresses.secondStep, to),
  lostSecondStep: (to: string) => returningTo(addresses.lostSecondStep, to),
  setUpSecondStep: (to: string) => returningTo(addresses.setUpSecondStep, to),
  recoveryCodes: (to: string) => returningTo(addresses.recoveryCodes, to),
  signInWith: (provider: string, to: string) =>
    to ? returningTo(addresses.signInWith(provider), to) : addresses.signInWith(provider),
  signInTo: (returnPath: string) => returningTo(addresses.signIn, returnPath).replaceAll("%2F", "/"),
  /** A person's own page of a comment, which shows why their reaction was not taken. */
  refusedReaction: (slug: string, comment: string, because: string) =>
    `${addresses.reactToComment(slug, comment)}?because=${because}`,
  signInFailed: (provider: string) => `${addresses.signIn}?failed=${provider}`,
};
