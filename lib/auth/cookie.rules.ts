/** Every cookie that we set, as the page about cookies lists them. */
export const siteCookies = [
  {
    name: "session",
    why: "Remembers you after you sign in, use a receipt or send a comment.",
    lasts: "when you sign out or close your browser, or after 24 hours",
  },
  {
    name: "header",
    why: "Lets pages show “Sign out” while you are signed in. It holds a random number, and nothing about you.",
    lasts: "when you sign out or close your browser",
  },
  {
    name: "sign-in",
    why: "Links a sign-in email to the browser that asked for it, so nobody else can use it.",
    lasts: "10 minutes",
  },
  {
    name: "state",
    why: "Makes sure you return to this browser, and no other, from your union’s or LEP’s sign-in.",
    lasts: "10 minutes",
  },
  {
    name: "pkce",
    why: "Makes sure nobody else can use what your union’s or LEP’s sign-in sends us.",
    lasts: "10 minutes",
  },
  {
    name: "nonce",
    why: "Makes sure your union’s or LEP’s sign-in answers this request, and not an earlier one.",
    lasts: "10 minutes",
  },
  {
    name: "callback",
    why: "Stores, locked, the page you go to after your union’s or LEP’s sign-in.",
    lasts: "10 minutes",
  },
  {
    name: "sent",
    why: "Checks whether your browser accepts cookies before you send a comment. Lets you reload the next page within 10 minutes to see your receipt again.",
    lasts: "when you sign out or close your browser",
  },
  {
    name: "unsent",
    why: "Brings back what you typed if it could not be sent, for example because you were signed out.",
    lasts: "an hour",
  },
] as const;

/** What our scripts store on a device, other than cookies. */
export const deviceStorage = [
  {
    name: "visit",
    why: "A random number, stored when you open a page to write on. After you leave, nobody who goes back to the page can see what you typed.",
    lasts: "when the tab is closed, or you press “Leave this page”",
  },
  {
    name: "place",
    why: "The district of the place you searched for, so that you need not look for it again when you write. We only store it as part of a comment or draft.",
    lasts: "when the tab is closed, or you press “Leave this page”",
  },
  {
    name: "reading-since",
    why: "For reps only: records how long they have been reading, to suggest a break.",
    lasts: "when the tab is closed",
  },
  {
    name: "keys",
    why: "For reps only: remembers that they turned off single-letter shortcuts.",
    lasts: "until they turn them on again, or sign out",
  },
] as const;

export type CookieName = (typeof siteCookies)[number]["name"];
