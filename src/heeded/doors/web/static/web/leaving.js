// What a window holds of an unsent report goes when its writer signs out, from whatever page, or another signs in.
(() => {
  "use strict";
  const OURS = "heeded report ";
  const mine = `${OURS}${document.body.dataset.person} `;
  const held = () => Object.keys(sessionStorage).filter((each) => each.startsWith(OURS));
  held().filter((each) => !each.startsWith(mine)).forEach((each) => sessionStorage.removeItem(each));
  document.addEventListener("submit", (event) => {
    if (event.target.action.includes("/account/logout")) held().forEach((each) => sessionStorage.removeItem(each));
  });
})();
