// What a mouse can use and the keyboard cannot. Doubt speaks for the page: a false alarm costs more than a miss.
const clicks = ["click", "mousedown", "mouseup", "pointerdown", "pointerup"];
const keys = ["keydown", "keyup", "keypress"];
const widgets = ["button", "link", "checkbox", "radio", "switch", "tab", "menuitem", "option", "combobox", "slider"];
const composites = "[role=tablist], [role=menu], [role=menubar], [role=radiogroup], [role=listbox], [role=tree], "
  + "[role=grid], [role=treegrid], [role=toolbar], [role=combobox]";
const focusables = "a[href], area[href], button, input, select, textarea, summary, iframe, object, embed, audio[controls], "
  + "video[controls], [tabindex], [contenteditable]:not([contenteditable=false])";
const structures = "p, ul, ol, dl, table, h1, h2, h3, h4, h5, h6, section, article, nav, form, fieldset, header, footer, main, aside";
const roots = "html, body, main, form, article, header, footer, nav, [role=main], [role=application], [role=document], [role=presentation], [role=none]";

// LISTENERS is what witness.js saw: a line for each element that listens, with its number and the events.
const numbered = [...everyElement(document)];
const listening = new Map("LISTENERS".trim().split("\n").filter(Boolean).map((line) => {
  const [number, ...types] = line.split(" ");
  return [numbered[Number(number)], types];
}).filter(([element]) => element));
const hears = (element, types) => types.some((type) => (listening.get(element) || []).includes(type));

const closest = (element, selector) => lineage(element).find((node) => node.matches(selector)) || null;

const contains = (element, selector) => {
  for (const node of everyElement(element)) if (node.matches(selector)) return true;
  return Boolean(element.shadowRoot && [...everyElement(element.shadowRoot)].some((node) => node.matches(selector)));
};

const hasPicture = (element) => element.matches("img, svg, canvas, i") || element.querySelector("img, svg, canvas, i") !== null
  || [null, "::before", "::after"].some((pseudo) => {
    const style = getComputedStyle(element, pseudo);
    return style.backgroundImage !== "none" || (pseudo && !["none", "normal", '""'].includes(style.content));
  });

const isOperated = (element) => {
  const words = wordsOf(element);
  if (!words && !hasPicture(element) && !nameOf(element)) return false;
  if (widgets.includes(roleOf(element))) return true;
  const pointer = getComputedStyle(element).cursor === "pointer";
  const inherited = pointer && parentOf(element) && getComputedStyle(parentOf(element)).cursor === "pointer";
  if (pointer && !inherited) return true;
  if (element.hasAttribute("onclick")) return words.length <= 200;
  return Boolean(words) && words.length <= 60 && hears(element, ["click"]) && !contains(element, structures);
};

const isCovered = (element) => {
  if (lineage(element).some((node) => node.getAttribute("aria-hidden") === "true")) return true;
  if (closest(element, `${focusables}, label, ${composites}`) || contains(element, `${focusables}, label`)) return true;
  if (lineage(element).some((node) => !node.matches("html, body") && hears(node, keys))) return true;
  // A picture beside a field or a button mostly does what that does.
  const beside = parentOf(element);
  if (!beside || beside.matches(roots) || wordsOf(beside).length > 60) return false;
  return !wordsOf(element) && [...beside.children].some((node) => node.matches(focusables) || contains(node, focusables));
};

const isClickable = (element) => {
  if (!hears(element, clicks) || element.matches(roots) || element.tagName === "CANVAS" || element.tagName === "VIDEO") return false;
  if (element.parentElement === document.body && element.children.length && !element.hasAttribute("onclick") && contains(element, structures)) return false;
  const box = boxOf(element);
  if (!isRendered(element) || box.width < 6 || box.height < 6 || box.x + box.width + window.scrollX <= 0 || box.y + box.height + window.scrollY <= 0) return false;
  return Number(getComputedStyle(element).opacity) > 0 && !isCovered(element) && isOperated(element);
};

const clickable = [...listening.keys()].filter(isClickable);

// Rules that show something only while the mouse is over something else.
function* hoverRules(rules) {
  for (const rule of rules) {
    if (rule.cssRules && rule.media === undefined && !rule.selectorText) yield* hoverRules(rule.cssRules);
    if (rule.media && window.matchMedia(rule.media.mediaText).matches) yield* hoverRules(rule.cssRules);
    if (!rule.selectorText || !rule.selectorText.includes(":hover")) continue;
    const { display, visibility } = rule.style;
    if ((display && display !== "none") || visibility === "visible") yield rule;
  }
}

const sheetRules = (sheet) => {
  try {
    return sheet.cssRules;
  } catch {
    return []; // of another origin
  }
};

const matching = (selector) => {
  try {
    return [...document.querySelectorAll(selector)];
  } catch {
    return [];
  }
};

// The element that has to be hovered, and what appears then.
const hovered = (selector) => {
  const [before, ...rest] = selector.split(":hover");
  if (rest.length !== 1 || !/^\s*[>+~ ]/.test(rest[0])) return [];
  const own = before.trim() && !/[>+~]$/.test(before.trim()) ? before.trim() : "*";
  return matching(own).flatMap((over) => {
    let shown;
    try {
      shown = /^\s*[+~]/.test(rest[0])
        ? [...(over.parentElement || over).querySelectorAll(`:scope > *`)].filter((node) => node.matches(`${own}${rest[0]}`) && over.compareDocumentPosition(node) & 4)
        : [...over.querySelectorAll(`:scope ${rest[0]}`)];
    } catch {
      return [];
    }
    return shown.filter((node) => !isRendered(node) && node.textContent.trim()).map((node) => ({ over, shown: node }));
  });
};

const hoverOnly = [...document.styleSheets].flatMap((sheet) => [...hoverRules(sheetRules(sheet))])
  .flatMap((rule) => rule.selectorText.split(",").filter((selector) => selector.includes(":hover")).flatMap(hovered))
  .filter(({ over }) => isRendered(over));

const opened = "button, summary, input, select, [aria-expanded], [aria-haspopup], [aria-controls], [aria-describedby]";

const hoverFindings = (reached) => {
  const found = new Map();
  for (const { over, shown } of hoverOnly) {
    const inside = [...shown.querySelectorAll(focusables)];
    if (inside.some((node) => reached.has(node)) || reached.has(shown)) continue;
    if (over.matches(opened) || contains(over, opened) || closest(over, "[aria-haspopup], [aria-expanded]")) continue;
    if (shown.id && document.querySelector(`[aria-describedby~="${CSS.escape(shown.id)}"], [aria-controls~="${CSS.escape(shown.id)}"]`)) continue;
    if (inside.length) {
      found.set(shown, "It is shown only while the mouse is over it, and Tab does not reach what is in it.");
    } else if (!reached.has(over) && !closest(over, "a[href], button, summary, [tabindex]") && !contains(over, focusables)) {
      found.set(over, "What it shows under the mouse cannot be called up with the keyboard.");
    }
  }
  return found;
};

const unreached = (reached) => {
  const found = hoverFindings(reached);
  const isReached = (element) => [...reached].some((stop) => lineage(stop).includes(element) || lineage(element).includes(stop));
  for (const element of clickable) {
    if (!isReached(element)) found.set(element, "A mouse can click it, and it cannot take focus.");
  }
  return [...found].filter(([element]) => element.isConnected && ![...ancestors(element)].some((outer) => found.has(outer)))
    .map(([element, why]) => ({ selector: selectorOf(element), html: excerptOf(element), why }));
};
