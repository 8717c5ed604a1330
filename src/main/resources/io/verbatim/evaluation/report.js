"use strict";
(() => {
  const STEP = 40;
  const LABELS = ["direct", "paraphrase", "narrative"];
  const errors = JSON.parse(document.getElementById("data").textContent);
  const form = document.querySelector("#errors form");
  const list = document.getElementById("list");
  const more = document.getElementById("more");
  let chosen = [];
  let shown = 0;

  const kind = error => error.gold + " → " + error.predicted;

  const element = (name, text, style) => {
    const node = document.createElement(name);
    node.textContent = text;
    if (style) node.className = style;
    return node;
  };

  const item = error => {
    const article = document.createElement("article");
    const header = document.createElement("header");
    const labels = document.createElement("b");
    labels.append(element("span", error.gold, error.gold), " → ", element("span", error.predicted, error.predicted));
    header.append(labels);
    if (error.probabilities.length) {
      header.append(element("span", error.probabilities.map((p, i) => LABELS[i] + " " + p.toFixed(3)).join(", ")));
    }
    header.append(element("span", error.article + ", line " + error.line, "where"));
    const text = document.createElement("p");
    error.sentences.forEach((sentence, i) => text.append(element(i === error.at ? "mark" : "span", sentence), " "));
    article.append(header, text);
    return article;
  };

  const show = () => {
    const part = document.createDocumentFragment();
    chosen.slice(shown, shown + STEP).forEach(error => part.append(item(error)));
    list.append(part);
    shown = Math.min(shown + STEP, chosen.length);
    more.hidden = shown === chosen.length;
    form.querySelector("output").textContent = shown + " of " + chosen.length + " shown, the most confident first";
  };

  const choose = () => {
    const wanted = form.elements.kind.value;
    const words = form.elements.text.value.trim().toLowerCase();
    chosen = errors.filter(error => (!wanted || kind(error) === wanted)
      && (!words || (error.article + "\n" + error.sentences[error.at]).toLowerCase().includes(words)));
    shown = 0;
    list.replaceChildren();
    show();
  };

  const counts = new Map();
  errors.forEach(error => counts.set(kind(error), (counts.get(kind(error)) || 0) + 1));
  form.elements.kind.append(new Option("all (" + errors.length + ")", ""));
  [...counts].sort((a, b) => b[1] - a[1]).forEach(([name, count]) =>
    form.elements.kind.append(new Option(name + " (" + count + ")", name)));
  form.elements.kind.addEventListener("change", choose);
  form.elements.text.addEventListener("input", choose);
  form.addEventListener("submit", event => event.preventDefault());
  more.addEventListener("click", show);
  new IntersectionObserver(entries => entries[0].isIntersecting && show(), {rootMargin: "600px"}).observe(more);
  choose();
})();
