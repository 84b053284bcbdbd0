/** Every cookie that we set, as the page about cookies lists them. */
export const siteCookies = [
  {
    name: "session",
    why: "Knows you again after you signed in, came back with a receipt, or sent a comment.",
    lasts: "until you sign out or close the browser, and 24 hours at most",
  },
  {
    name: "sign-in",
    why: "Ties a sign-in mail to the browser that asked for it, so that nobody else can use it.",
    lasts: "10 minutes",
  },
  {
    name: "state",
    why: "Makes sure that you come back to this browser, and no other, from the sign-in of your union or LEP.",
    lasts: "10 minutes",
  },
  {
    name: "pkce",
    why: "Makes sure that nobody else can use what the sign-in of your union or LEP sends us.",
    lasts: "10 minutes",
  },
  {
    name: "nonce",
    why: "Makes sure that the sign-in of your union or LEP answers this request, and no earlier one.",
    lasts: "10 minutes",
  },
  {
    name: "callback",
    why: "Holds, locked, the page that you go on to after the sign-in of your union or LEP.",
    lasts: "10 minutes",
  },
  {
    name: "sent",
    why: "Shows whether your browser takes cookies before you send, and lets the page after sending show your receipt again, if you reload it within 10 minutes.",
    lasts: "until you sign out or close the browser",
  },
  {
    name: "unsent",
    why: "Brings back what you typed when it could not be sent, such as after you were signed out.",
    lasts: "an hour",
  },
] as const;

/** What our scripts store on a device, other than cookies. */
export const deviceStorage = [
  {
    name: "reading-since",
    why: "For reps only: knows how long they have read, to say when a break is due.",
    lasts: "until the tab is closed",
  },
  {
    name: "keys",
    why: "For reps only: remembers that they switched the single-letter keys off.",
    lasts: "until they switch them on again",
  },
] as const;

export type CookieName = (typeof siteCookies)[number]["name"];
