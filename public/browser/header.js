// A page for everybody does not know who reads it: the cookie "header" tells only that somebody is signed in here. Without
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

  // the browser gives a page back as it was: what belonged to somebody who has since left must not be in it
  const shownTo = read();
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    if (shownTo === "" || read() === shownTo) return show();
    document.body.replaceChildren();
    location.reload();
  });
})();
