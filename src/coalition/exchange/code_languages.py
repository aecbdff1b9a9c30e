"""Names of programming and markup languages, in lower case, to know a map of them by."""

LANGUAGES = frozenset(
    """
    ada|apex|assembly|astro|awk|ballerina|batchfile|c|c#|c++|clojure|cmake|cobol|coffeescript
    |common lisp|crystal|css|cuda|cython|d|dart|dockerfile|elixir|elm|emacs lisp|erlang|f#|fortran
    |gdscript|glsl|go|go template|groovy|hack|handlebars|haskell|hcl|hlsl|html|java|javascript
    |jinja|julia|jupyter notebook|just|kotlin|latex|less|liquid|lua|makefile|mako|matlab|mdx
    |mustache
    |nim|nix|nunjucks|objective-c|objective-c++|ocaml|openscad|pascal|perl|php|plpgsql|plsql
    |powershell|procfile|prolog|pug|puppet|purescript|python|qml|r|racket|raku|rich text format
    |robotframework|roff|ruby|rust|sass|scala|scheme|scss|shell|smalltalk|smarty|solidity|sql
    |starlark|stylus|svelte|swift|systemverilog|tcl|tex|tsql|twig|typescript|vala|vba|verilog|vhdl
    |vim script|visual basic .net|vue|webassembly|wgsl|xslt|yacc|zig
    """.replace("\n    ", "")
    .strip()
    .split("|")
)
