// What html-validate asks of every page. Each rule that is changed says why.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {},
};
