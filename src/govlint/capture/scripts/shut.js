// For a browser that has to let windows open, since the fast lane opens one: what the page opens by itself stays shut all the same.
(() => {
  const opens = (name) => Boolean(name) && !/^_(?:self|parent|top)$/i.test(name);
  const baseTarget = () => document.querySelector("base[target]")?.target || "";
  const replace = (owner, name, value) => {
    try {
      Object.defineProperty(owner, name, { value, writable: true, configurable: true });
    } catch {
      // It keeps its own.
    }
  };
  replace(window, "open", () => null);
  for (const name of ["submit", "requestSubmit"]) {
    const before = HTMLFormElement.prototype[name];
    replace(HTMLFormElement.prototype, name, function (...rest) {
      if (opens(this.target || baseTarget())) return undefined;
      return Reflect.apply(before, this, rest);
    });
  }
  window.addEventListener("click", (event) => {
    if (event.isTrusted && navigator.userActivation.isActive) return;
    const link = event.composedPath().find((node) => node.localName === "a" || node.localName === "area");
    if (!link || !opens(link.target || baseTarget())) return;
    event.preventDefault();
    const address = link.getAttribute("href");
    if (event.cancelable || address === null) return;
    // It leads nowhere for as long as the event lasts.
    link.removeAttribute("href");
    queueMicrotask(() => link.setAttribute("href", address));
  }, true);
})();
