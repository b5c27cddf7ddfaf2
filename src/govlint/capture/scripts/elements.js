// What probes ask of single elements. A selector is written as govlint's `facts/place.py` writes it;
// ` >>> ` goes into a shadow root or a frame.
const plainName = /^-?[A-Za-z_][\w-]*$/;

const nth = (element) => {
  let [before, after] = [0, false];
  for (let other = element.previousElementSibling; other; other = other.previousElementSibling) {
    if (other.localName === element.localName) before += 1;
  }
  for (let other = element.nextElementSibling; other && !before && !after; other = other.nextElementSibling) {
    after = other.localName === element.localName;
  }
  return before || after ? `:nth-of-type(${before + 1})` : "";
};

const selectorOf = (element) => {
  const root = element.getRootNode();
  const steps = [];
  for (let node = element; node && node.nodeType === 1; node = node.parentElement) {
    const tag = node.localName;
    if (["html", "body", "head"].includes(tag)) {
      steps.push(tag);
      break;
    }
    if (plainName.test(node.id) && root.querySelector && root.querySelector(`#${node.id}`) === node) {
      steps.push(`#${node.id}`);
      break;
    }
    steps.push(tag + nth(node));
  }
  const path = steps.reverse().join(" > ");
  const outer = root.host || (root.defaultView && frameOf(root.defaultView));
  return outer ? `${selectorOf(outer)} >>> ${path}` : path;
};

const frameOf = (view) => {
  try {
    return view === window ? null : view.frameElement;
  } catch {
    return null; // framed by another origin
  }
};

const bare = "area, base, br, col, embed, hr, img, input, link, meta, source, track, wbr";
const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

// The markup of a node, as far as `room` characters go: all of a long table would take its time.
const written = (node, room) => {
  if (node.nodeType === Node.TEXT_NODE) {
    const raw = node.parentElement && node.parentElement.matches("script, style");
    return raw ? node.data.slice(0, room) : escaped(node.data.slice(0, room));
  }
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  const attributes = [...node.attributes].map(({ name, value }) => ` ${name}="${value.replace(/&/g, "&amp;").replace(/"/g, "&quot;")}"`);
  let text = `<${node.localName}${attributes.join("")}>`;
  if (node.matches(bare)) return text;
  for (const child of node.childNodes) {
    if (text.length > room) return text;
    text += written(child, room - text.length);
  }
  return `${text}</${node.localName}>`;
};

const excerptOf = (element) => {
  const text = written(element, element.matches("html, head, body") ? 0 : 600).replace(/\s+/g, " ").trim();
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
};

const framed = (element) => {
  if (!["IFRAME", "FRAME"].includes(element.tagName)) return null;
  try {
    return element.contentDocument;
  } catch {
    return null;
  }
};

// Each element of a document, with those in open shadow roots and in frames of the same origin.
function* everyElement(root) {
  for (const element of root.querySelectorAll("*")) {
    yield element;
    if (element.shadowRoot) yield* everyElement(element.shadowRoot);
    const inner = framed(element);
    if (inner) yield* everyElement(inner);
  }
}

const parentOf = (element) => {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root.host || (root.defaultView && frameOf(root.defaultView)) || null;
};

function* ancestors(element) {
  for (let node = parentOf(element); node; node = parentOf(node)) yield node;
}

const lineage = (element) => [element, ...ancestors(element)];

// Drawn at all: in layout and not invisible, and so is each frame around it.
const isRendered = (element) => {
  if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) return false;
  const view = element.ownerDocument.defaultView;
  const frame = view && frameOf(view);
  return !frame || isRendered(frame);
};

// On the page as a whole and not inside its frame.
const boxOf = (element) => {
  const rect = element.getBoundingClientRect();
  let [x, y] = [rect.x, rect.y];
  let view = element.ownerDocument.defaultView;
  for (let frame = view && frameOf(view); frame; frame = view && frameOf(view)) {
    const outer = frame.getBoundingClientRect();
    x += outer.x + frame.clientLeft;
    y += outer.y + frame.clientTop;
    view = frame.ownerDocument.defaultView;
  }
  return { x, y, width: rect.width, height: rect.height };
};

// While a modal dialog is open, all that is not in it is out of reach.
const isBehind = (element) => {
  const modals = [...element.ownerDocument.getElementsByTagName("dialog")].filter((dialog) => dialog.matches(":modal"));
  return modals.length > 0 && !lineage(element).includes(modals[modals.length - 1]);
};

const isDisabled = (element) =>
  element.matches(":disabled") || isBehind(element) || lineage(element).some((node) => node.inert === true);

// tabIndex alone will not do: it is 0 for an anchor without an address and for a player without controls.
const controls = "a[href], a[*|href], area[href], button, input:not([type=hidden]), select, textarea, summary, iframe, frame, "
  + "audio[controls], video[controls], [contenteditable]:not([contenteditable=false])";

const isInOrder = (element) => {
  if (element.hasAttribute("tabindex")) return element.tabIndex >= 0;
  if (element.matches("summary")) return element.parentElement?.querySelector(":scope > summary") === element;
  return element.matches(controls);
};

const isTabbable = (element) => {
  if (!isInOrder(element) || isDisabled(element)) return false;
  if (element.tagName === "AREA") {
    const map = element.closest("map");
    const image = map && element.ownerDocument.querySelector(`img[usemap="#${CSS.escape(map.name)}"]`);
    return Boolean(image && isRendered(image));
  }
  if (!isRendered(element) || lineage(element).some((node) => framed(node) && node.tabIndex < 0)) return false;
  if (element.tagName !== "INPUT" || element.type !== "radio" || !element.name || element.checked) return true;
  const group = [...(element.form || element.getRootNode()).querySelectorAll("input[type=radio]")]
    .filter((other) => other.name === element.name && other.form === element.form && !other.disabled);
  return !group.some((other) => other.checked) && group[0] === element;
};

const wordsOf = (element) => (element.innerText || element.textContent || "").replace(/\s+/g, " ").trim();

const nameOf = (element) => {
  const root = element.getRootNode();
  const named = (element.getAttribute("aria-labelledby") || "").split(/\s+/).filter(Boolean)
    .map((id) => root.getElementById && root.getElementById(id)).filter(Boolean).map(wordsOf).join(" ");
  const label = [...(element.labels || [])].map(wordsOf).join(" ");
  const button = element.tagName === "INPUT" && ["submit", "button", "reset"].includes(element.type);
  const pictures = [...element.querySelectorAll("img[alt], svg > title")]
    .map((node) => node.getAttribute("alt") || node.textContent).join(" ");
  const given = [
    named, element.getAttribute("aria-label"), label, element.getAttribute("alt"), button && element.value,
    !element.matches("input, select, textarea") && wordsOf(element), pictures, element.title, element.placeholder,
  ];
  return String(given.find((text) => text && String(text).trim()) || "").trim().slice(0, 120);
};

const roleOf = (element) => {
  const given = (element.getAttribute("role") || "").trim().split(/\s+/)[0];
  if (given) return given;
  const tag = element.localName;
  const inputs = {
    checkbox: "checkbox", radio: "radio", range: "slider", number: "spinbutton", search: "searchbox",
    submit: "button", button: "button", reset: "button", image: "button", file: "button", color: "button",
  };
  if (tag === "input") return inputs[element.type] || "textbox";
  if (tag === "select") return element.multiple || element.size > 1 ? "listbox" : "combobox";
  const others = { a: "link", area: "link", button: "button", summary: "button", textarea: "textbox", iframe: "document" };
  return others[tag] || (element.isContentEditable ? "textbox" : "generic");
};
