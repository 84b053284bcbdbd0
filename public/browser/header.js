// A page for everybody does not know who reads it: the cookie "header" shows only that somebody is signed in here. Without
// this script its link leads to one's work, or to sign in.
(() => {
  const read = () => /(?:^|; )(?:__Host-)?header=([^;]+)/.exec(document.cookie)?.[1] ?? "";
  const slot = document.getElementById("account");
  const signedIn = document.getElementById("account-signed-in");
  const signedOut = slot && [...slot.childNodes];

  const show = () => {
    if (slot && signedIn) slot.replaceChildren(...(read() ? [signedIn.content.cloneNode(true)] : signedOut));
  };
  show();

  // On the way back the browser shows a page as it was, with what was typed there. That is for whoever typed it: not after
  // "Leave this page", which forgets the visit, and not once their session is over.
  const getVisit = () => {
    try {
      const visit = sessionStorage.getItem("visit") ?? crypto.getRandomValues(new Uint32Array(2)).join("-");
      sessionStorage.setItem("visit", visit);
      return visit;
    } catch {
      return "none"; // this browser stores nothing for us
    }
  };
  const isTyping = document.querySelector("textarea") !== null; // no visit is stored for those who only read
  const isSomebodyElses = ({ visit, owner }) =>
    (visit !== undefined && visit !== getVisit()) || (owner !== "" && owner !== read());

  addEventListener("pageshow", ({ persisted }) => {
    const isReturn = persisted || performance.getEntriesByType("navigation")[0]?.type === "back_forward";
    const shown = history.state?.shown;
    if (isReturn && shown && isSomebodyElses(shown)) {
      for (const form of document.forms) form.reset();
      document.body.replaceChildren();
      location.reload();
      return;
    }
    const visit = isTyping ? getVisit() : undefined;
    history.replaceState({ ...history.state, shown: { visit, owner: read() } }, "");
    if (persisted) show();
  });
})();
