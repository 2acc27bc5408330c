#pragma once

// What browsers and programs get besides pages, carried inside the binary.

struct gehoor_asset {
    const unsigned char *start;
    unsigned long length;
};

struct gehoor_asset gehoor_desk_css(void);
struct gehoor_asset gehoor_public_css(void);
struct gehoor_asset gehoor_desk_js(void);
struct gehoor_asset gehoor_icon_svg(void);
struct gehoor_asset gehoor_openapi_json(void);
