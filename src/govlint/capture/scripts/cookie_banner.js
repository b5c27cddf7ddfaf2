// The cookie banner that is in sight, and the button that says no to what is not needed.
globalThis.govlintBanner = (() => {
  const NAMES = ["cookie-banner", "cookiebanner", "cookie_banner", "cookie-consent", "cookieconsent", "cookie-notice", "cookie-bar", "cookie-message"];
  const BANNERS = [
    ...NAMES.flatMap((name) => [`[class*="${name}" i]`, `[id*="${name}" i]`]),
    "#onetrust-banner-sdk", "#CybotCookiebotDialog", "#ccc", "[role=region][aria-label*=cookie i]", "[role=dialog][aria-label*=cookie i]",
  ].join();
  const NO = /^\W*(reject|decline|refuse|deny|disagree|no\b|(?=.*\bonly\b)(use |accept )?(only )?(use )?(strictly )?(necessary|essential)|gwrthod|na\b)/i;
  const shown = (element) => {
    const box = element.getBoundingClientRect(), style = getComputedStyle(element);
    return box.width > 0 && box.height > 0 && style.visibility !== "hidden" && style.opacity !== "0";
  };
  const words = (element) => (element.getAttribute("aria-label") || element.value || element.textContent || "").replace(/\s+/g, " ").trim();
  const banner = () => [...document.querySelectorAll(BANNERS)].find((element) => !["HTML", "BODY", "SCRIPT"].includes(element.tagName) && shown(element));
  const button = () => {
    const within = banner();
    const choices = within ? within.querySelectorAll("button, [role=button], input[type=button], input[type=submit], a") : [];
    return [...choices].find((element) => shown(element) && NO.test(words(element)));
  };
  // What sends a form or leads to another page could change something there.
  const sends = (element) => {
    const href = element.getAttribute("href");
    return element.tagName === "A" ? !!href && !/^(#|javascript:)/i.test(href) : !!element.form && element.type !== "button";
  };
  return {
    look: () => {
      const found = button();
      return { banner: !!banner(), words: found ? words(found).slice(0, 80) : "", sends: !!found && sends(found) };
    },
    press: () => button().click(),
  };
})();
