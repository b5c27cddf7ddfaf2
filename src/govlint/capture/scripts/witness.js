// What only the page's own world shows: which calls its scripts make, and what listens to what. It runs before any script
// of the page and keeps to what it takes with it then, for the page may overwrite the rest. It does nothing until
// `arm` is called, and speaks to the probes by events named TOKEN, which they hear in a world of their own.
(() => {
  const { apply, defineProperty, getOwnPropertyDescriptor } = Reflect;
  const { dispatchEvent, addEventListener } = EventTarget.prototype;
  const { querySelectorAll } = Document.prototype;
  const { querySelectorAll: querySelectorAllOfShadow } = DocumentFragment.prototype;
  const { setTimeout, CustomEvent } = window;
  const getterOf = (owner, name) => getOwnPropertyDescriptor(owner, name).get;
  const currentEvent = getterOf(window, "event");
  const typeOf = getterOf(Event.prototype, "type");
  const shadowOf = getterOf(Element.prototype, "shadowRoot");
  const lengthOf = getterOf(NodeList.prototype, "length");
  const nameOf = getterOf(Element.prototype, "localName");
  const documentsOf = {
    __proto__: null,
    iframe: getterOf(HTMLIFrameElement.prototype, "contentDocument"),
    frame: getterOf(HTMLFrameElement.prototype, "contentDocument"),
  };
  const MOVES = { __proto__: null, focus: 1, focusin: 1, blur: 1, focusout: 1 };
  const HEARD = ["click", "mousedown", "mouseup", "pointerdown", "pointerup", "keydown", "keyup", "keypress"];
  const SOON = 250; // a timer that moves focus within this many milliseconds is part of the press

  let borrowed = ""; // the event in whose name a timer runs
  let focusing = false; // a navigation has an event of its own, which hides the one that began it
  let report = window; // the window in which the probes listen

  const tell = (what) => apply(dispatchEvent, report, [new CustomEvent("TOKEN", { __proto__: null, detail: what })]);
  const cause = () => {
    const event = apply(currentEvent, window, []);
    const type = event ? apply(typeOf, event, []) : "";
    return type && type !== "navigate" ? type : borrowed || (focusing ? "focus" : "");
  };
  const changed = (what) => tell(`changed ${cause() || "-"} ${what}`);

  const instead = (owner, name, make) => {
    const before = owner[name];
    if (typeof before !== "function") return;
    try {
      owner[name] = make(before);
    } catch {
      // A page that holds on to its own shows nothing of what it does there.
    }
  };
  const noting = (what) => (before) => function (...rest) {
    changed(what);
    return apply(before, this, rest);
  };

  const arm = (listener) => {
    report = listener;
    apply(addEventListener, window, ["focus", () => {
      focusing = true;
      apply(setTimeout, window, [() => { focusing = false; }, 0]);
    }, true]);
    instead(window, "open", () => (address) => { changed(`opens a window: ${address || "about:blank"}`); return null; });
    for (let i = 0; i < 3; i += 1) instead(window, ["alert", "confirm", "prompt"][i], noting("opens a message box"));
    instead(HTMLDialogElement.prototype, "showModal", noting("opens a dialog"));
    for (let i = 0; i < 2; i += 1) {
      instead(HTMLFormElement.prototype, ["submit", "requestSubmit"][i], noting("submits a form"));
      instead(HTMLElement.prototype, ["focus", "blur"][i], (before) => function (...rest) {
        tell("moves");
        return apply(before, this, rest);
      });
    }
    instead(window, "setTimeout", (before) => function (task, delay = 0, ...rest) {
      const started = cause();
      if (!MOVES[started] || delay > SOON || typeof task !== "function") return apply(before, window, [task, delay, ...rest]);
      tell("waits");
      return apply(before, window, [function (...given) {
        tell("waited");
        borrowed = started;
        tell(`borrows ${started}`);
        try {
          apply(task, this, given);
        } finally {
          borrowed = "";
          tell("borrows ");
        }
      }, delay, ...rest]);
    });
    for (let i = 0; i < window.length; i += 1) {
      try {
        window[i]["TOKEN"].arm(listener);
      } catch {
        // A frame of another origin keeps its secrets.
      }
    }
  };

  // Which elements listen to mouse or keys, by their number in the order in which the probes go through them.
  const listeners = (getEventListeners) => {
    let number = 0;
    let answer = "";
    const walk = (found) => {
      const length = apply(lengthOf, found, []);
      for (let i = 0; i < length; i += 1) {
        const element = found[i];
        const heard = getEventListeners(element);
        let types = "";
        for (let k = 0; k < HEARD.length; k += 1) if (heard[HEARD[k]]) types += ` ${HEARD[k]}`;
        if (types) answer += `${number}${types}\n`;
        number += 1;
        const shadow = apply(shadowOf, element, []);
        if (shadow) walk(apply(querySelectorAllOfShadow, shadow, ["*"]));
        const documentOf = documentsOf[apply(nameOf, element, [])];
        const inner = documentOf ? apply(documentOf, element, []) : null;
        if (inner) walk(apply(querySelectorAll, inner, ["*"]));
      }
    };
    walk(apply(querySelectorAll, document, ["*"]));
    return answer;
  };

  defineProperty(window, "TOKEN", { value: Object.freeze({ __proto__: null, arm, listeners }) });
})();
