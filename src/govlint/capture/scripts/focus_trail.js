// Writes down where focus goes while real keys are pressed. Python presses them and asks `govlintFocus`.
// It runs in a world of its own; what the page's scripts do it hears from witness.js, by events named TOKEN.
const wait = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });
const SOON = 250; // milliseconds to wait for the timers of the page that a press began

const textTypes = ["text", "search", "email", "tel", "url", "password", "number", ""];
const partsOf = (element) => {
  // Inside these, Tab goes on without the page being told: the parts of a date, the buttons of a player.
  if (element.matches("iframe, frame, object, embed")) return Infinity;
  if (element.matches("audio, video")) return 12;
  if (element.matches("input[type=date], input[type=time], input[type=month], input[type=week]")) return 5;
  if (element.matches("input[type=datetime-local]")) return 8;
  return element.localName.includes("-") && !element.shadowRoot ? 12 : 0;
};

const page = [...everyElement(document)];
const tabbable = page.filter(isTabbable);
// Tab comes to those with a number of their own first; no trail goes on for more than 120 presses.
const inOrder = [...tabbable.filter((element) => element.tabIndex > 0), ...tabbable.filter((element) => element.tabIndex <= 0)];
const asDrawn = new Map(); // nothing changes while the looks before the first key are taken
const baseline = new Map(inOrder.slice(0, 150).map((element) => [element, lookOf(element, asDrawn)]));
const details = new Map();
const changes = [];
let trail;

const fresh = () => ({
  landings: [], presses: 0, inner: 0, open: false, focused: 0, target: null,
  left: false, over: false, doubtful: false, pending: 0, lost: new Set(),
});

const deepActive = () => {
  let element = document.activeElement;
  while (element) {
    const inner = element.shadowRoot ? element.shadowRoot.activeElement : framed(element)?.activeElement;
    if (!inner || inner.localName === "body" || inner.localName === "html") break;
    element = inner;
  }
  return !element || element === document.body || element === document.documentElement ? null : element;
};

const hasCaret = (element) => {
  const isText = element.matches("textarea") || element.isContentEditable
    || (element.tagName === "INPUT" && textTypes.includes(element.type) && !element.readOnly);
  return isText && !/^rgba\(.*, 0\)$|^transparent$/.test(getComputedStyle(element).caretColor);
};

const describe = (element) => {
  const found = seenBox(element);
  const box = found || boxOf(element);
  const numbers = [box.x + window.scrollX, box.y + window.scrollY, box.width, box.height];
  return {
    selector: selectorOf(element),
    tag: element.localName,
    role: roleOf(element),
    name: nameOf(element),
    html: excerptOf(element),
    box: numbers.map((number) => Math.round(number * 10) / 10),
    // What has focus within a frame shows it there.
    changed: partsOf(element) === Infinity || (baseline.has(element) && !stillLooks(element, baseline.get(element))),
    obscured: Boolean(found) && isObscured(element, found),
    visible: Boolean(found),
    caret: hasCaret(element),
    keeps: true,
  };
};

const land = (element) => {
  const last = trail.landings[trail.landings.length - 1];
  if (last === element && trail.inner < partsOf(element)) {
    trail.inner += 1;
    return;
  }
  trail.inner = 0;
  trail.landings.push(element);
  if (!details.has(element)) details.set(element, describe(element));
};

// What the last press led to; asked when the next key goes down, so that the page has had its say.
const settle = () => {
  if (!trail.open || trail.left || trail.over) return;
  trail.open = false;
  const active = deepActive();
  if (active) {
    land(active);
  } else if (trail.focused && trail.target && trail.target.isConnected) {
    trail.doubtful = true;
    trail.lost.add(trail.target);
    land(trail.target);
  } else {
    trail.left = true;
  }
};

const focusEvents = ["focus", "focusin"];
const moveEvents = [...focusEvents, "blur", "focusout"];
let borrowed = ""; // the event in whose name a timer runs
let focusing = false; // a navigation has an event of its own, which hides the one that began it
const cause = () => (window.event && window.event.type !== "navigate" ? window.event.type : borrowed || (focusing ? "focus" : ""));

const changed = (what, because) => {
  const focus = deepActive();
  if (!focusEvents.includes(because) || !focus) return;
  const told = { selector: selectorOf(focus), what };
  if (!changes.some((known) => known.selector === told.selector && known.what === told.what)) changes.push(told);
};

// What the witness says: a word, and for some what it is about.
window.addEventListener("TOKEN", ({ detail }) => {
  const [word, about, ...rest] = String(detail).split(" ");
  if (word === "moves" && trail.presses) trail.doubtful = true;
  if (word === "waits") trail.pending += 1;
  if (word === "waited") trail.pending = Math.max(0, trail.pending - 1);
  if (word === "borrows") borrowed = about;
  if (word === "changed") changed(rest.join(" "), about === "-" && focusing ? "focus" : about);
});

const watch = (view) => {
  view.addEventListener("keydown", (event) => {
    settle();
    if (event.key !== "Tab" || trail.left || trail.over) return;
    trail.presses += 1;
    Object.assign(trail, { open: true, focused: 0, target: null });
    const mine = trail;
    setTimeout(() => { if (event.defaultPrevented) mine.doubtful = true; }, 0);
  }, true);
  view.addEventListener("focus", (event) => {
    if (event.target === view) return;
    focusing = true;
    setTimeout(() => { focusing = false; }, 0);
    trail.focused += 1;
    [trail.target] = event.composedPath();
    trail.open = true;
  }, true);
  view.addEventListener("blur", (event) => {
    if (event.target !== view) return;
    const inFrame = () => deepActive()?.matches("iframe, frame");
    // The window lost focus, and to no frame: from here on, what comes back is a second round.
    if (view === window && !document.activeElement?.matches("iframe, frame") && trail.open && !trail.over) {
      settle();
      return;
    }
    // Focus went into a frame that cannot be looked into: no key of there is heard here.
    trail.open = true;
    setTimeout(() => { if (inFrame()) settle(); }, 0);
  });
  if (view.navigation) {
    view.navigation.addEventListener("navigate", (event) => {
      if (!event.cancelable || event.destination.sameDocument) return;
      changed(`goes to ${event.destination.url}`, cause());
      event.preventDefault(); // the trail is not at its end
    });
  }
};

trail = fresh();
const views = new Set([window, ...page.map((element) => element.ownerDocument.defaultView)].filter(Boolean));
views.forEach(watch);

const toStart = () => {
  // A smooth scroll would still be on its way when the next key goes down.
  document.documentElement.style.scrollBehavior = "auto";
  const { body } = document;
  if (deepActive() || location.hash) {
    const kept = body.getAttribute("tabindex");
    body.tabIndex = -1;
    body.focus({ preventScroll: true });
    if (kept === null) body.removeAttribute("tabindex");
    else body.setAttribute("tabindex", kept);
  }
  window.scrollTo(0, 0);
  trail = fresh();
  // A modal dialog lets nothing outside of it have focus: the trail begins where focus is.
  if (deepActive()) land(deepActive());
};

const numbers = new Map();
const numberOf = (element) => {
  if (!numbers.has(element)) numbers.set(element, numbers.size);
  return numbers.get(element);
};
const byNumber = (wanted) => [...numbers.keys()][wanted];

const untilQuiet = async () => {
  await wait(0);
  for (let passed = 0; trail.pending > 0 && passed < SOON; passed += 10) await wait(10);
};

window.govlintFocus = {
  begin() {
    toStart();
    // Nobody can count what a frame of another origin holds: it is no control, and gets presses of its own.
    const inner = tabbable.map((element) => Math.min(partsOf(element), 12)).reduce((sum, parts) => sum + parts, 0);
    // That focus is in such a frame shows a moment later: too late if the next key is down already.
    const opaque = tabbable.some((element) => element.matches("iframe, frame, object, embed") && !framed(element));
    return { controls: tabbable.filter((element) => partsOf(element) !== Infinity).length, inner, opaque };
  },
  async read() {
    await untilQuiet();
    settle();
    const moved = deepActive();
    // Focus left from within a frame whose keys are not heard.
    if (!moved && trail.landings.length && !document.hasFocus()) trail.left = true;
    const visits = new Map();
    trail.landings.forEach((element) => visits.set(element, (visits.get(element) || 0) + 1));
    return {
      trail: trail.landings.map(numberOf),
      presses: trail.presses,
      left: trail.left,
      returned: trail.left && Boolean(moved),
      doubtful: trail.doubtful,
      visits: Math.max(0, ...visits.values()),
    };
  },
  // After focus seemed to have left, a script of the page may have fetched it back.
  resume() {
    trail.left = false;
    const active = deepActive();
    if (active) land(active);
  },
  end() {
    trail.over = true;
  },
  loop(members) {
    const elements = members.map(byNumber);
    const modal = elements.map((element) => element.closest("dialog, [role=dialog], [role=alertdialog], [aria-modal=true]"));
    const wayOut = modal[0] && modal.every((box) => box === modal[0])
      && modal[0].querySelector("button, a[href], [role=button], input[type=submit], input[type=button]");
    const keys = [...wordsOf(document.body).matchAll(/\b(ctrl|control|alt)\s*\+\s*([a-z])\b/gi)];
    return {
      modal: Boolean(wayOut),
      opaque: elements.some((element) => partsOf(element) > 0),
      keys: keys.map(([, modifier, letter]) => [modifier.toLowerCase() === "alt" ? "alt" : "control", letter.toLowerCase()]),
    };
  },
  async where() {
    await untilQuiet();
    const active = deepActive();
    return active ? numberOf(active) : null;
  },
  unchanged() {
    return [...details].filter(([, told]) => !told.changed && told.visible).map(([element]) => numberOf(element));
  },
  // The element with focus on it again, for a second look; null where it does not take focus.
  async focus(number) {
    const element = byNumber(number);
    element.style.setProperty("caret-color", "transparent", "important");
    element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    element.focus({ preventScroll: true, focusVisible: true });
    await wait(60);
    if (deepActive() !== element) return null;
    const told = details.get(element);
    told.changed = baseline.has(element) && !stillLooks(element, baseline.get(element));
    element.govlintLook = lookOf(element);
    const box = seenBox(element) || boxOf(element);
    return {
      changed: told.changed,
      clip: { x: Math.max(0, box.x + window.scrollX - 40), y: Math.max(0, box.y + window.scrollY - 40), width: box.width + 80, height: box.height + 80, scale: 1 },
    };
  },
  async blur(number) {
    const element = byNumber(number);
    element.blur();
    await wait(60);
    if (!stillLooks(element, element.govlintLook)) details.get(element).changed = true;
    return details.get(element).changed;
  },
  sawChange(number) {
    details.get(byNumber(number)).changed = true;
  },
  answer(members) {
    trail.lost.forEach((element) => { details.get(element).keeps = false; });
    return {
      stops: trail.landings.map(selectorOf),
      details: [...details.values()],
      trap: members.map((number) => selectorOf(byNumber(number))),
      context_changes: changes,
      unreached: unreached(new Set(details.keys())),
    };
  },
};
