"use strict";
// Filters entries and, by address, the places in them. Everything is readable without this.
const form = document.getElementById("filters");
const entries = Array.from(document.querySelectorAll("#findings .entry"));
const shown = document.getElementById("shown");

function matches(entry, wanted) {
  return ["severity", "pack", "kind"].every((name) => !wanted[name] || entry.dataset[name] === wanted[name]);
}

function filterPlaces(entry, address) {
  let found = false;
  for (const row of entry.querySelectorAll("tbody tr")) {
    const match = !address || row.cells[0].textContent.toLowerCase().includes(address);
    row.hidden = !match;
    found = found || match;
  }
  return found;
}

function filter() {
  const wanted = Object.fromEntries(new FormData(form));
  const address = wanted.address.trim().toLowerCase();
  let number = 0;
  for (const entry of entries) {
    const places = filterPlaces(entry, address);
    entry.hidden = !(matches(entry, wanted) && places);
    number += entry.hidden ? 0 : 1;
  }
  for (const group of document.querySelectorAll("#findings .entries")) {
    group.hidden = !group.querySelector(".entry:not([hidden])");
  }
  shown.textContent = `${number} of ${entries.length} causes shown.`;
}

if (form) {
  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => window.setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
}

// On paper nothing can be opened, so everything is open.
window.addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll("details")) part.open = true;
});
