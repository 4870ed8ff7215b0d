// How html-validate reads the pages of the bundle (`cargo xtask test`).
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // The way the frame writes it; browsers read both alike.
    "doctype-style": ["error", { style: "lowercase" }],
    // The values of a facet are checkboxes of one name, as its query key may stand several times.
    "form-dup-name": ["error", { shared: ["radio", "button", "reset", "submit", "checkbox"] }],
    // A choice takes effect at once, and without the program there is nobody to submit it to.
    "wcag/h32": "off",
    // The titles of indicators are the snapshot's, and say what was measured.
    "long-title": "off",
  },
};
