#include "assets.h"

// Style sheets are joined here: the tokens first, then the pages they are for, paper last.

static const unsigned char desk_css[] = {
#embed "tokens.css"
    ,
#embed "desk.css"
    ,
#embed "print.css"
};

static const unsigned char public_css[] = {
#embed "tokens.css"
    ,
#embed "public.css"
    ,
#embed "print.css"
};

static const unsigned char desk_js[] = {
#embed "desk.js"
    ,
#embed "drafts.js"
    ,
#embed "live.js"
    ,
#embed "snippets.js"
};

static const unsigned char icon_svg[] = {
#embed "icon.svg"
};

static const unsigned char openapi_json[] = {
#embed "openapi.json"
};

struct gehoor_asset gehoor_desk_css(void) { return (struct gehoor_asset){desk_css, sizeof desk_css}; }
struct gehoor_asset gehoor_public_css(void) { return (struct gehoor_asset){public_css, sizeof public_css}; }
struct gehoor_asset gehoor_desk_js(void) { return (struct gehoor_asset){desk_js, sizeof desk_js}; }
struct gehoor_asset gehoor_icon_svg(void) { return (struct gehoor_asset){icon_svg, sizeof icon_svg}; }
struct gehoor_asset gehoor_openapi_json(void) { return (struct gehoor_asset){openapi_json, sizeof openapi_json}; }
